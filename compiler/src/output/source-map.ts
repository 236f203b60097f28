// From the printed output to the sources and back. Filled while printing, in output order; no second pass can drift.
import type { Origin } from '../diagnostic/origin.ts';
import { lastAtOrBefore } from '../text/last-at-or-before.ts';
import type { Location, SourceRange } from '../text/range.ts';

export interface SourceMap {
  /** The origin of the innermost printed value at an output offset (UTF-16). */
  toSource(outputOffset: number): Origin | undefined;
  /** The output ranges of all values that were made from a source range (values whose origin overlaps it), in order. */
  toOutput(location: Location): readonly SourceRange[];
  /** Every printed value in order of its start, outer before inner. */
  readonly segments: readonly SourceMapSegment[];
}

/** One printed value: its range in the output, without its key, and its origin. */
export interface SourceMapSegment {
  readonly output: SourceRange;
  readonly origin: Origin;
}

/**
 * Collects the segments of one output. A printer calls `open` before a value, `close` after it, in nested order, and
 * `build` at the end. Parallel arrays, since most maps are never looked at and printing must not pay for them.
 */
export class SourceMapBuilder {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #origins: Origin[] = [];
  /** The index of the segment around each segment, -1 for none. */
  readonly #parents: number[] = [];
  #current = -1;

  /** Begins the value that starts at the output offset `start`; values without an origin leave no trace. */
  open(start: number, origin: Origin | undefined): void {
    if (!origin) return;
    this.#parents.push(this.#current);
    this.#current = this.#starts.length;
    this.#starts.push(start);
    this.#ends.push(start);
    this.#origins.push(origin);
  }

  /** Ends the value opened last; `origin` is the one that `open` was given. */
  close(end: number, origin: Origin | undefined): void {
    if (!origin) return;
    this.#ends[this.#current] = end;
    this.#current = this.#parents[this.#current] ?? -1;
  }

  /** The finished map. Offsets at or after `length`, the length of the output, are cut off. */
  build(length: number): SourceMap {
    for (const [index, end] of this.#ends.entries()) if (end > length) this.#ends[index] = length;
    return new PrintedSourceMap(this.#starts, this.#ends, this.#origins, this.#parents);
  }
}

class PrintedSourceMap implements SourceMap {
  readonly #starts: readonly number[];
  readonly #ends: readonly number[];
  readonly #origins: readonly Origin[];
  readonly #parents: readonly number[];
  #segments: readonly SourceMapSegment[] | undefined;

  constructor(
    starts: readonly number[],
    ends: readonly number[],
    origins: readonly Origin[],
    parents: readonly number[],
  ) {
    this.#starts = starts;
    this.#ends = ends;
    this.#origins = origins;
    this.#parents = parents;
  }

  get segments(): readonly SourceMapSegment[] {
    this.#segments ??= this.#origins.map((origin, index) => ({ output: this.#rangeOf(index), origin }));
    return this.#segments;
  }

  toSource(outputOffset: number): Origin | undefined {
    // The last value that starts at or before the offset is the innermost one there or lies inside it.
    let index = lastAtOrBefore(this.#starts, outputOffset);
    while (index >= 0 && (this.#ends[index] ?? 0) <= outputOffset) index = this.#parents[index] ?? -1;
    return this.#origins[index];
  }

  toOutput(location: Location): readonly SourceRange[] {
    const ranges: SourceRange[] = [];
    for (const [index, origin] of this.#origins.entries()) {
      const made = origin.location;
      if (made.uri === location.uri && overlaps(made.range, location.range)) ranges.push(this.#rangeOf(index));
    }
    return ranges;
  }

  #rangeOf(index: number): SourceRange {
    return { start: this.#starts[index] ?? 0, end: this.#ends[index] ?? 0 };
  }
}

/** Whether two ranges share a character. An empty one (a cursor) also meets a range at whose edge it stands. */
function overlaps(a: SourceRange, b: SourceRange): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}
