// Puts the map of a region together while its scalar is read once more, and compares what is read with the content that
// the scalar is known to have: a map that does not give the content exactly is no map.
import { carriageReturn, lineFeed, staysInText } from '../syntax/characters.ts';
import type { SourceRange } from '../text/range.ts';

/** A piece of the content and where it is written: character by character, or as a whole (an escape, a folded break). */
export interface Segment {
  readonly inner: SourceRange;
  readonly outer: SourceRange;
  readonly isCopy: boolean;
}

/** A line break of the source. */
export interface Break {
  readonly start: number;
  readonly end: number;
  /** U+2028 and U+2029 stay themselves and are never folded; all others count as LF. */
  readonly folds: boolean;
}

export class RegionBuilder {
  readonly source: string;
  /** The content, as the parser gave it. */
  readonly expected: string;
  readonly segments: Segment[] = [];
  /** How much of the content has been found. */
  length = 0;
  #fits = true;

  constructor(source: string, expected: string) {
    this.source = source;
    this.expected = expected;
  }

  /** Whether all that was read agrees with the content so far. */
  get isFitting(): boolean {
    return this.#fits;
  }

  get isComplete(): boolean {
    return this.#fits && this.length === this.expected.length;
  }

  /** Content that is written as it is. */
  copy(start: number, end: number): void {
    if (end === start) return;
    this.#fits &&= this.expected.startsWith(this.source.slice(start, end), this.length);
    this.#push(end - start, { start, end }, true);
  }

  /** `length` units of content that are written in another way. */
  replace(length: number, start: number, end: number): void {
    this.#push(length, { start, end }, false);
  }

  /** Line breaks that are content. */
  breaks(breaks: readonly Break[]): void {
    for (const { start, end, folds } of breaks) {
      if (!folds || (end === start + 1 && this.source.charCodeAt(start) === lineFeed)) this.copy(start, end);
      else {
        this.#fits &&= this.expected.charCodeAt(this.length) === lineFeed;
        this.replace(1, start, end);
      }
    }
  }

  #push(length: number, outer: SourceRange, isCopy: boolean): void {
    const inner = { start: this.length, end: this.length + length };
    this.length = inner.end;
    this.#fits &&= this.length <= this.expected.length;
    const last = this.segments.at(-1);
    if (isCopy && last?.isCopy && last.outer.end === outer.start) {
      this.segments[this.segments.length - 1] = {
        inner: { start: last.inner.start, end: inner.end },
        outer: { start: last.outer.start, end: outer.end },
        isCopy,
      };
    } else this.segments.push({ inner, outer, isCopy });
  }
}

/** The line break at `at`; CR and LF together are one. */
export function takeBreak(source: string, at: number): Break {
  const unit = source.charCodeAt(at);
  const isPair = unit === carriageReturn && source.charCodeAt(at + 1) === lineFeed;
  return { start: at, end: at + (isPair ? 2 : 1), folds: !staysInText(unit) };
}
