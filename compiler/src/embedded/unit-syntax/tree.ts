// What a unit file is once it is read, for lints and editors: sections, assignments, comments and what does not fit, each
// with its range. Quadlets and drop-ins have the same form. Knows no directive and judges nothing.
import type { SourceRange } from '../../text/range.ts';

export interface UnitTree {
  readonly text: string;
  /** In source order; a section that is opened twice is there twice. */
  readonly sections: readonly Section[];
  /** Lines before the first section. */
  readonly orphans: readonly Assignment[];
  readonly comments: readonly SourceRange[];
  /** Lines that are neither a section nor an assignment. */
  readonly strays: readonly Stray[];
  readonly errors: readonly HeaderError[];
}

export interface Section {
  readonly name: string;
  readonly nameRange: SourceRange;
  /** From the bracket to the end of the last line that belongs to it. */
  readonly range: SourceRange;
  readonly headerRange: SourceRange;
  /** The header is no right one; `errors` says why. */
  readonly isBroken: boolean;
  readonly assignments: readonly Assignment[];
}

export interface Assignment {
  readonly key: string;
  readonly keyRange: SourceRange;
  /** From the key to the end of the value. */
  readonly range: SourceRange;
  readonly value: UnitValue;
}

/** A line without `=` inside a section, or with nothing before it. */
export interface Stray {
  readonly kind: 'no-equals' | 'no-key';
  readonly range: SourceRange;
  /** The section that it stands in; undefined before the first one. */
  readonly section: string | undefined;
}

/** A section header that is not closed, or has something behind it: systemd refuses the whole unit. */
export interface HeaderError {
  readonly kind: 'unclosed' | 'control-character';
  readonly range: SourceRange;
}

/** One piece of a value in the text: values that go on over lines have several. */
export interface Piece {
  /** Where it starts in the value. */
  readonly at: number;
  readonly range: SourceRange;
}

/** A value as systemd sees it: lines joined, the backslash between two being a blank, comments in between left out. */
export class UnitValue {
  readonly text: string;
  readonly range: SourceRange;
  readonly #pieces: readonly Piece[];

  constructor(text: string, range: SourceRange, pieces: readonly Piece[]) {
    this.text = text;
    this.range = range;
    this.#pieces = pieces;
  }

  /** Where the character at an offset of the value is written. */
  at(offset: number): number {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const piece = this.#pieces[low - 1];
    return piece === undefined ? this.range.start : Math.min(piece.range.start + offset - piece.at, piece.range.end);
  }

  /** Where a part of the value is written, from its first character to its last. */
  rangeOf(start: number, end: number): SourceRange {
    const from = this.at(start);
    return { start: from, end: end > start ? this.at(end - 1) + 1 : from };
  }

  /** The offset in the value of a place in the text; undefined where none of the value stands. */
  offsetAt(place: number): number | undefined {
    const piece = this.#pieces.find(({ range }) => place >= range.start && place <= range.end);
    return piece === undefined ? undefined : Math.min(piece.at + place - piece.range.start, this.text.length);
  }
}
