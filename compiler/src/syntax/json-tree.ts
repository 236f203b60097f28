// The syntax tree of JSON while it is built: open objects and arrays, and what each of them waits for. Knows no text and
// no faults; that what does not belong together was reported is the parser's business.
import type { SourceRange } from '../text/range.ts';
import type { MapNode, MissingNode, Pair, ScalarNode, ScalarStyle, SeqNode, SyntaxNode } from './nodes.ts';

type Building<T> = { -readonly [K in keyof T]: T[K] };

export type BuildingPair = Building<Pair>;

/** An object or array that is not closed yet. */
export interface Frame {
  readonly node: Building<MapNode> | Building<SeqNode>;
  readonly start: number;
  readonly pairs: BuildingPair[];
  readonly items: SyntaxNode[];
  /** `item`: a key, or a value of an array. `value`: what belongs to a key. */
  expects: 'item' | 'colon' | 'value' | 'separator';
  /** Where the last comma stands, if nothing has come behind it. */
  comma: number | undefined;
}

export class JsonTree {
  #root: SyntaxNode | undefined;
  readonly #frames: Frame[] = [];
  readonly #open = { map: 0, seq: 0 };
  readonly #end: number;
  /** Stands for keys and values until they are read; never part of a finished tree. */
  readonly #unread: MissingNode;

  /** `end` is the length of the text: where everything ends that is not closed. */
  constructor(end: number) {
    this.#end = end;
    this.#unread = missingAt(end, undefined);
  }

  /** The innermost open object or array. */
  get frame(): Frame | undefined {
    return this.#frames.at(-1);
  }

  get depth(): number {
    return this.#frames.length;
  }

  /** Whether the one value is there and closed. */
  get isComplete(): boolean {
    return this.#root !== undefined && this.#frames.length === 0;
  }

  /** Whether an object (or array) is open, however deep. */
  isOpen(kind: 'map' | 'seq'): boolean {
    return this.#open[kind] > 0;
  }

  open(kind: 'map' | 'seq', start: number): void {
    const pairs: BuildingPair[] = [];
    const items: SyntaxNode[] = [];
    const range = { start, end: this.#end };
    const parent = this.#holder();
    const none = undefined;
    const node: Frame['node'] =
      kind === 'map'
        ? { kind: 'map', range, parent, anchor: none, tag: none, style: 'flow', pairs }
        : { kind: 'seq', range, parent, anchor: none, tag: none, style: 'flow', items };
    this.#attach(node);
    this.#frames.push({ node, start, pairs, items, expects: 'item', comma: undefined });
    this.#open[kind]++;
  }

  /** Closes the innermost object or array; `end` is the offset behind its bracket. */
  close(end: number): void {
    this.endEntry(end);
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    frame.node.range = { start: frame.start, end };
    this.#open[frame.node.kind]--;
  }

  /** Ends the entry that is being read in the innermost object; a value that it lacks is missing at `at`. */
  endEntry(at: number): void {
    const { frame } = this;
    if (frame === undefined) return;
    const pair = frame.pairs.at(-1);
    if (pair && frame.expects !== 'item') {
      if (frame.expects !== 'separator') pair.value = missingAt(at, pair);
      pair.range = { start: pair.key.range.start, end: pair.value.range.end };
    }
    frame.expects = 'item';
  }

  /** Adds a scalar, as a key or as a value. */
  scalar(style: ScalarStyle, text: string, range: SourceRange, isKey: boolean): void {
    const parent = isKey ? this.#entry() : this.#holder();
    // Written out, as are the other nodes: spreading what they have in common costs more than all the rest of parsing.
    const node: ScalarNode = {
      kind: 'scalar',
      range,
      parent,
      anchor: undefined,
      tag: undefined,
      style,
      text,
      valueRange: range,
    };
    if (isKey) this.#key(node);
    else this.#attach(node);
  }

  /** Starts an entry that has no key. */
  missingKey(at: number): void {
    this.#key(missingAt(at, this.#entry()));
  }

  /** The root of the finished tree. */
  finish(): SyntaxNode {
    while (this.#frames.length > 0) this.close(this.#end);
    return this.#root ?? missingAt(this.#end, undefined);
  }

  /** Starts an entry of the innermost object; its key and value follow. */
  #entry(): BuildingPair | undefined {
    const { frame } = this;
    if (frame?.node.kind !== 'map') return undefined;
    const unread = this.#unread;
    const pair: BuildingPair = { kind: 'pair', parent: frame.node, range: unread.range, key: unread, value: unread };
    frame.pairs.push(pair);
    return pair;
  }

  #key(key: ScalarNode | MissingNode): void {
    const { frame } = this;
    const pair = frame?.pairs.at(-1);
    if (frame === undefined || pair === undefined) return;
    pair.key = key;
    frame.expects = 'colon';
    frame.comma = undefined;
  }

  /** What holds the next value: the entry whose key was read, or an array. */
  #holder(): Pair | SeqNode | undefined {
    const { frame } = this;
    return frame?.node.kind === 'map' ? frame.pairs.at(-1) : frame?.node;
  }

  #attach(node: SyntaxNode): void {
    const { frame } = this;
    if (frame === undefined) {
      this.#root ??= node;
      return;
    }
    if (frame.node.kind === 'seq') frame.items.push(node);
    else {
      const pair = frame.pairs.at(-1);
      if (pair) pair.value = node;
    }
    frame.expects = 'separator';
    frame.comma = undefined;
  }
}

function missingAt(at: number, parent: Pair | SeqNode | undefined): MissingNode {
  return { kind: 'missing', range: { start: at, end: at }, parent, anchor: undefined, tag: undefined };
}
