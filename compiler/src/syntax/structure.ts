// The nesting that the scanner keeps track of: indentation, open flow collections, and the places where a key may begin, by
// the rules of the reference's reader. Adds the tokens that take no text. Knows nothing of what tokens contain.
import type { Cursor } from './cursor.ts';
import type { Repair } from './fault.ts';
import { type EmptyBlock, outdentedRepair } from './outdented-block.ts';
import { closeFlowRepair, cutPlainRepairs, type QuoteSpan } from './repair.ts';
import { asCode, shorten } from './shorten.ts';
import type { KeyCandidate } from './token.ts';
import type { TokenQueue } from './token-queue.ts';

/** The reference refuses deeper nesting, of flow collections and of block collections each. */
const deepest = 10_000;
/** A key without `?` must have its colon within so many characters. */
export const longestKey = 1024;
/** Explanations cost a look back over the text; the first ones are worth it. */
const mostExplanations = 100;

export const keyOverLines = 'a key must stand on one line; join its lines, or write `? ` before it';

/** A flow collection that is open. */
export interface OpenFlow {
  readonly start: number;
  /** The number of its bracket in the count of all tokens. */
  readonly index: number;
  readonly kind: '[' | '{';
  /** Where a repair says that it ends at the latest. */
  readonly closeAt: number;
}

export class Structure {
  /** Set when the text has to be parsed again with these. */
  wanted: readonly Repair[] = [];
  /** No more tokens come: too deep, or another run is wanted. */
  isStopped = false;
  /** A key may begin at the cursor, and so may a block collection. */
  mayStartKey = true;
  readonly flows: OpenFlow[] = [];
  /** The last quoted scalar over several lines. */
  quotes: QuoteSpan | undefined;
  /** The last block scalar without content. */
  emptyBlock: EmptyBlock | undefined;
  /** The column of the innermost block collection, -1 outside of any. */
  indent = -1;

  readonly #cursor: Cursor;
  readonly #queue: TokenQueue;
  readonly #mayRepair: boolean;
  readonly #indents: number[] = [];
  /** The key that may have begun in block context, and in each open flow collection. */
  readonly #candidates: (KeyCandidate | undefined)[] = [undefined];
  #explanations = 0;

  constructor(cursor: Cursor, queue: TokenQueue, mayRepair: boolean) {
    this.#cursor = cursor;
    this.#queue = queue;
    this.#mayRepair = mayRepair;
  }

  get inFlow(): boolean {
    return this.flows.length > 0;
  }

  /** The key that may have begun on this level. */
  get candidate(): KeyCandidate | undefined {
    return this.#candidates[this.#candidates.length - 1];
  }

  /** Begins a block collection when `column` is right of the innermost one; before the token `index`, or at the end. */
  roll(column: number, kind: 'block-map' | 'block-seq', at: number, index?: number): void {
    if (this.inFlow || this.indent >= column) return;
    this.#indents.push(this.indent);
    this.indent = column;
    if (this.#indents.length > deepest) this.#stopTooDeep(at);
    else if (index === undefined) this.#queue.add(kind, at, at);
    else this.#queue.insert(kind, at, index);
  }

  /** Ends the block collections right of `column`; their ends are at `at`. */
  unroll(column: number, at: number): void {
    if (this.inFlow) return;
    while (this.indent > column) {
      this.#queue.add('block-end', at, at);
      this.indent = this.#indents.pop() ?? -1;
    }
  }

  /** Whether an open block collection has that column. */
  hasIndent(column: number): boolean {
    return this.indent === column || this.#indents.includes(column);
  }

  openFlow(start: number, kind: '[' | '{'): void {
    const repair = this.#cursor.repairs.get(start);
    const own = repair?.kind === 'unclosed-flow' ? repair.at : Number.POSITIVE_INFINITY;
    this.flows.push({
      start,
      index: this.#queue.nextIndex,
      kind,
      closeAt: Math.min(own, this.flows.at(-1)?.closeAt ?? own),
    });
    this.#candidates.push(undefined);
    if (this.flows.length > deepest) this.#stopTooDeep(start);
  }

  closeFlow(): void {
    const flow = this.flows.pop();
    if (flow === undefined) return;
    const inner = this.#candidates.pop();
    // The reference forgets to wait for the colon of a collection in which no key could begin, `[]` and `{}` above all.
    const outer = this.candidate;
    if (inner === undefined && outer?.index === flow.index) outer.isAwaited = false;
  }

  #stopTooDeep(at: number): void {
    const message = `nested too deep: more than ${deepest} collections inside each other; flatten the document`;
    this.#cursor.fault(at, at + 1, message);
    this.isStopped = true;
  }

  /** Notes that a key may begin at the cursor; gives the note for the token that begins it. */
  saveCandidate(): KeyCandidate | undefined {
    if (!this.mayStartKey) return undefined;
    this.dropCandidate();
    const { pos, line } = this.#cursor;
    const candidate: KeyCandidate = {
      possible: true,
      isAwaited: true,
      required: !this.inFlow && this.indent === pos - line,
      start: pos,
      line,
      index: this.#queue.nextIndex,
    };
    this.#candidates[this.#candidates.length - 1] = candidate;
    return candidate;
  }

  /** What began on this level is no key after all. */
  dropCandidate(): void {
    const { candidate } = this;
    if (!candidate?.possible) return;
    if (candidate.required) this.missingColon(candidate);
    candidate.possible = false;
  }

  /** Whether a colon here could still make it a key: on its line, and near enough. */
  isFresh(candidate: KeyCandidate): boolean {
    const { pos, line, text } = this.#cursor;
    if (candidate.line !== line) return false;
    return pos - candidate.start <= longestKey || codePoints(text, candidate.start, pos) <= longestKey;
  }

  /** Makes what began at `candidate` a key. */
  makeKey(candidate: KeyCandidate): void {
    candidate.possible = false;
    // What was taken as a value already stays one: the key then is empty, and stands behind all that has come.
    const last = this.#queue.last?.end ?? candidate.start;
    const start = this.#queue.isTaken(candidate.index) ? last : candidate.start;
    this.#queue.insert('key', start, candidate.index);
    this.roll(candidate.start - candidate.line, 'block-map', start, candidate.index);
  }

  /** A text stands where only a key can stand. It is taken for a key whose colon and value are still to come. */
  missingColon(candidate: KeyCandidate): void {
    candidate.possible = false;
    const { last } = this.#queue;
    const end = last?.end ?? candidate.start;
    if (this.#explainBlock(candidate.start)) return;
    // A text that goes on over lines has taken in what stands below the key.
    if (last?.kind === 'scalar' && last.style === 'plain') {
      if (this.want(cutPlainRepairs(this.#cursor, last, candidate.start, false))) return;
    }
    if (this.explain(candidate.start)) return;
    const text = this.#cursor.text.slice(candidate.start, end);
    const advice = /^[\w.-]+:\S/.test(text)
      ? 'put a blank behind the colon'
      : 'put a `:` behind it, or indent it if it continues the line above';
    const message = /[\r\n]/.test(text)
      ? keyOverLines
      : `${asCode(shorten(text))} is no \`key: value\` entry; ${advice}`;
    this.#cursor.fault(candidate.start, end, message);
    this.makeKey(candidate);
    this.#queue.add('value', end, end);
  }

  /**
   * Asks for another run when a quote or a flow collection left open before `offset` explains a fault there. True when this
   * run is over.
   */
  explain(offset: number): boolean {
    if (this.isStopped) return true;
    if (!this.#mayRepair || this.#explanations++ > mostExplanations) return false;
    if (this.#explainBlock(offset)) return true;
    const { quotes } = this;
    if (quotes && quotes.firstStart >= 0) {
      const line = this.#cursor.text.lastIndexOf('\n', offset - 1) + 1;
      const isNear = line === quotes.endLine || line === quotes.startLine;
      if (isNear && this.want([{ kind: 'unclosed-quote', start: quotes.firstStart }])) return true;
    }
    const flow = this.flows[0];
    const repair = flow && closeFlowRepair(this.#cursor, flow.start, this.indent, offset);
    return repair !== undefined && this.want([repair]);
  }

  /** Asks for another run when `offset` is in the text of a block scalar that is not indented. */
  #explainBlock(offset: number): boolean {
    const { emptyBlock } = this;
    // Faults come in order: what lies behind the text once does so for good, and is not looked at again.
    this.emptyBlock = undefined;
    const repair = emptyBlock && this.#mayRepair ? outdentedRepair(this.#cursor, emptyBlock, offset) : undefined;
    return repair !== undefined && this.want([repair]);
  }

  /** Asks for another run with repairs that are not made yet. True when this run is over. */
  want(repairs: readonly Repair[]): boolean {
    if (this.isStopped) return true;
    const fresh = repairs.filter((repair) => !this.#cursor.repairs.has(repair.start));
    if (!this.#mayRepair || fresh.length === 0) return false;
    this.wanted = fresh;
    this.isStopped = true;
    return true;
  }
}

function codePoints(text: string, start: number, end: number): number {
  // Two units make at most one character, so that more than this many units are too many whatever they are.
  if (end - start > 2 * longestKey) return end - start;
  let count = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xdc00 || unit > 0xdfff) count++;
  }
  return count;
}
