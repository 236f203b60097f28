// Tokens to a syntax tree: the grammar of the reference's reader, with a stack of frames instead of recursion. Accepts what
// the reference accepts up to the first fault; behind a fault it keeps what it can. Never reads the text itself.
import { stepBlockMap, stepBlockSeq } from './compose-block.ts';
import { stepFlowMap, stepFlowPair, stepFlowSeq } from './compose-flow.ts';
import { Directives } from './directives.ts';
import type { Fault, FaultList } from './fault.ts';
import { type Frame, mapFrame, seqFrame } from './frame.ts';
import type { Property } from './nodes.ts';
import type { Scanner } from './scanner.ts';
import { asCode } from './shorten.ts';
import type { Token, TokenKind } from './token.ts';
import {
  addItem,
  addPair,
  type BuiltMissing,
  type BuiltNode,
  contentEnd,
  extend,
  newAlias,
  newMap,
  newMissing,
  newScalar,
  newSeq,
  type Properties,
} from './tree.ts';

/** What ends a document, wherever it comes. */
const documentEnds: ReadonlySet<TokenKind> = new Set([
  'text-end',
  'document-start',
  'document-end',
  'version',
  'tag-handle',
]);

/** What can begin a node in flow and in block. */
const beginsNode: ReadonlySet<TokenKind> = new Set([
  'scalar',
  'alias',
  'anchor',
  'tag',
  '[',
  '{',
  'block-map',
  'block-seq',
]);

export class Composer {
  readonly scanner: Scanner;
  readonly text: string;
  /** Mappings put together behind a fault, of a key without colon and what stands below it. They may go on. */
  readonly mended = new Set<BuiltNode>();
  readonly #faults: FaultList;
  readonly #directives: Directives;
  readonly #frames: Frame[] = [];
  readonly #anchors = new Map<string, BuiltNode>();
  #root: BuiltNode | undefined;

  constructor(text: string, scanner: Scanner, faults: FaultList) {
    this.text = text;
    this.scanner = scanner;
    this.#faults = faults;
    this.#directives = new Directives(scanner, faults);
  }

  /** Composes the first document and gives its root, and the token behind it. */
  compose(): { readonly root: BuiltNode; readonly next: Token } {
    for (let mark = this.scanner.peek(); mark.kind === 'document-end'; mark = this.scanner.peek()) {
      this.fault(mark.start, mark.end, 'the document ends before it begins; remove this line');
      this.scanner.take();
    }
    const isExplicit = this.isDocumentEnd(this.scanner.peek());
    if (isExplicit) this.#directives.take();
    if (isExplicit && this.isDocumentEnd(this.scanner.peek())) this.#root = this.missingAt(this.scanner.peek().start);
    else this.node(true, false);
    // Each token costs a few steps at most. The limit is there so that a mistake behind a fault could never hang an editor.
    const mostSteps = 1000 + this.text.length * 8;
    for (let steps = 0; steps < mostSteps; steps++) {
      const frame = this.#frames.at(-1);
      if (frame === undefined) break;
      this.#step(frame);
    }
    while (this.#frames.length > 0) this.close(0);
    return { root: this.#root ?? this.missingAt(0), next: this.scanner.peek() };
  }

  #step(frame: Frame): void {
    switch (frame.kind) {
      case 'block-map':
        stepBlockMap(this, frame);
        return;
      case 'block-seq':
      case 'plain-seq':
        stepBlockSeq(this, frame);
        return;
      case 'flow-map':
        stepFlowMap(this, frame);
        return;
      case 'flow-pair':
        stepFlowPair(this, frame);
        return;
      case 'flow-seq':
        stepFlowSeq(this, frame);
        return;
      case 'discard':
        // Its node was dropped without being delivered.
        this.#frames.pop();
    }
  }

  /** The frame around the innermost one, the one around that, and so on. */
  *outerFrames(): Generator<Frame> {
    for (let index = this.#frames.length - 2; index >= 0; index--) {
      const frame = this.#frames[index];
      if (frame) yield frame;
    }
  }

  isDocumentEnd(token: Token): boolean {
    return documentEnds.has(token.kind);
  }

  push(frame: Frame): void {
    this.#frames.push(frame);
  }

  /** Ends the innermost collection. */
  close(end: number): void {
    const frame = this.#frames.pop();
    if (frame === undefined || frame.kind === 'discard') return;
    extend(frame.node, Math.max(end, contentEnd(frame.node)));
    if (frame.place === 'new') this.deliver(frame.node);
  }

  /** Gives a complete node to what waits for it. */
  deliver(node: BuiltNode): void {
    const frame = this.#frames.at(-1);
    if (frame === undefined) {
      this.#root = node;
      return;
    }
    switch (frame.kind) {
      case 'discard':
        this.#frames.pop();
        return;
      case 'block-map':
      case 'flow-map':
      case 'flow-pair':
        if (frame.awaits === 'key' || frame.key === undefined) {
          frame.key = node;
          frame.awaits = 'value';
        } else {
          addPair(frame.node, frame.keyStart, frame.key, node);
          frame.key = undefined;
          frame.awaits = 'key';
        }
        return;
      default:
        addItem(frame.node, node);
    }
  }

  missingAt(offset: number): BuiltMissing {
    return newMissing({ start: offset, end: offset, anchor: undefined, tag: undefined });
  }

  fault(start: number, end: number, message: string, note?: Fault['note']): void {
    this.#faults.add({ code: 'yaml-syntax', range: { start, end }, message, ...(note ? { note } : {}) });
  }

  /**
   * Composes the node that begins at the next token: delivers it when it is no collection, else opens a frame. `isBlock`:
   * block collections may stand here; `mayBePlain`: also a list that is not indented.
   */
  node(isBlock: boolean, mayBePlain: boolean): void {
    const { scanner } = this;
    if (scanner.peek().kind === 'alias') {
      this.#alias();
      return;
    }
    const props = this.#properties();
    const token = scanner.peek();
    switch (token.kind) {
      case 'scalar':
        scanner.take();
        this.deliver(this.#anchored(newScalar(token.style, token.text, token.start, token.end, props)));
        return;
      case '[':
        scanner.take();
        this.push(seqFrame('flow-seq', this.#anchored(newSeq('flow', props)), token.start));
        return;
      case '{':
        scanner.take();
        this.push(mapFrame('flow-map', this.#anchored(newMap('flow', props)), token.start));
        return;
      case 'dash':
        if (!mayBePlain) break;
        this.push(seqFrame('plain-seq', this.#anchored(newSeq('block', props)), token.start));
        return;
      case 'block-seq':
        if (!isBlock) break;
        scanner.take();
        this.push(seqFrame('block-seq', this.#anchored(newSeq('block', props)), token.start));
        return;
      case 'block-map':
        if (!isBlock) break;
        scanner.take();
        this.push(mapFrame('block-map', this.#anchored(newMap('block', props)), token.start));
        return;
    }
    if (props.anchor || props.tag) this.deliver(this.#anchored(newMissing(props)));
    else this.#noContent(token, isBlock);
  }

  #alias(): void {
    const { start, end, text } = this.scanner.peek();
    this.scanner.take();
    const target = this.#anchors.get(text);
    if (target === undefined) {
      const message = `no anchor \`&${text}\` stands before this alias; define it above, or put quotes around the text`;
      this.#faults.add({ code: 'yaml-unknown-anchor', range: { start, end }, message });
    }
    this.deliver(newAlias(text, start, end, target));
  }

  /** Takes an anchor and a tag, in either order. */
  #properties(): Properties {
    const { scanner } = this;
    const { start } = scanner.peek();
    let end = start;
    let anchor: Property | undefined;
    let tag: Property | undefined;
    for (;;) {
      const token = scanner.peek();
      const range = { start: token.start, end: token.end };
      if (token.kind === 'anchor' && !anchor) anchor = { text: token.text, range };
      else if (token.kind === 'tag' && !tag) tag = { text: this.#directives.resolve(token), range };
      else return { start, end, anchor, tag };
      end = token.end;
      scanner.take();
    }
  }

  #anchored<Node extends BuiltNode>(node: Node): Node {
    if (node.anchor) this.#anchors.set(node.anchor.text, node);
    return node;
  }

  /** A node should begin at `token`, and none can. Takes what nobody else would, and leaves a missing node. */
  #noContent(token: Token, isBlock: boolean): void {
    const { start, end, kind } = token;
    if (!this.scanner.structure.explain(start)) {
      const shown = this.text.slice(start, end);
      if (end > start) this.fault(start, end, noContentMessage(kind, shown));
      else this.fault(start, start, 'a value is missing here');
    }
    let next = token;
    while (this.#isStray(next, isBlock)) {
      this.scanner.take();
      next = this.scanner.peek();
    }
    if (next !== token && beginsNode.has(next.kind)) this.node(isBlock, false);
    else this.deliver(this.missingAt(start));
  }

  /** Whether a token is out of place in flow collections, or in block ones, whatever comes before it. */
  #isStray(token: Token, isBlock: boolean): boolean {
    const isFlowMark = token.kind === ',' || token.kind === ']' || token.kind === '}';
    if (isBlock) return isFlowMark;
    return !isFlowMark && !beginsNode.has(token.kind) && !this.isDocumentEnd(token);
  }
}

function noContentMessage(kind: TokenKind, shown: string): string {
  switch (kind) {
    case 'dash':
      return 'a `-` list cannot stand inside brackets; write `[a, b]` there, or quote the text';
    case 'value':
      return 'there is no key before this `:`; add one, or quote the text';
    default:
      return `a value should stand here, not ${asCode(shown)}; add one, or quote the text`;
  }
}
