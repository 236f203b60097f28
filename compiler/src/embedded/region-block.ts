// Reads a block scalar (`|` or `>`) for the map of its region. The indentation is not looked up in the header: it is what
// the first line has more of in the source than in the content.
import { isBlank, isBreak, space } from '../syntax/characters.ts';
import { type Break, type RegionBuilder, takeBreak } from './region-builder.ts';

/** Reads the block scalar whose indicator is at `start`. Stops where the content does, which settles the chomping. */
export function readBlock(builder: RegionBuilder, start: number, isFolded: boolean): void {
  const { source, expected } = builder;
  const header = lineEnd(source, start);
  const lines = new BlockReader(builder, header < source.length ? takeBreak(source, header).end : header);
  const tail = tailStart(expected);
  let previous: BlockLine | undefined;
  while (builder.isFitting) {
    const breaks = lines.blankLines();
    if (builder.length >= tail) {
      // Only line breaks are left: those that the chomping keeps. What stands behind them is no longer the scalar.
      const ends = previous?.end ? [previous.end, ...breaks] : breaks;
      builder.breaks(ends.slice(0, expected.length - builder.length));
      return;
    }
    if (lines.isAtEnd) return;
    const isSpaced = isBlank(source.charCodeAt(lines.at));
    if (previous?.end) {
      if (!isFolded || previous.isSpaced || isSpaced || !previous.end.folds) builder.breaks([previous.end]);
      else if (breaks.length === 0) builder.replace(1, previous.end.start, previous.end.end);
    }
    builder.breaks(breaks);
    previous = { end: lines.content(), isSpaced };
  }
}

/** A line of content: its line break, and whether it starts with a blank, which forbids folding. */
interface BlockLine {
  readonly end: Break | undefined;
  readonly isSpaced: boolean;
}

class BlockReader {
  at: number;
  readonly #builder: RegionBuilder;
  readonly #indent: number;

  constructor(builder: RegionBuilder, at: number) {
    this.#builder = builder;
    this.at = at;
    this.#indent = indentOf(builder, at);
  }

  get isAtEnd(): boolean {
    return this.at >= this.#builder.source.length;
  }

  /** Moves over blank lines and over the indentation of the next one. */
  blankLines(): readonly Break[] {
    const { source } = this.#builder;
    const breaks: Break[] = [];
    for (;;) {
      const start = this.at;
      while (this.at < start + this.#indent && source.charCodeAt(this.at) === space) this.at++;
      if (this.isAtEnd || !isBreak(source.charCodeAt(this.at))) return breaks;
      const taken = takeBreak(source, this.at);
      breaks.push(taken);
      this.at = taken.end;
    }
  }

  /** Reads the content of a line; gives its line break, or undefined at the end of the text. */
  content(): Break | undefined {
    const { source } = this.#builder;
    const end = lineEnd(source, this.at);
    this.#builder.copy(this.at, end);
    this.at = end;
    if (this.isAtEnd) return undefined;
    const taken = takeBreak(source, end);
    this.at = taken.end;
    return taken;
  }
}

/** The indentation of a block whose first line starts at `start`; all blanks are indentation when it has no content. */
function indentOf({ source, expected }: RegionBuilder, start: number): number {
  const first = firstContent(expected);
  if (first === expected.length) return Number.POSITIVE_INFINITY;
  let line = start;
  for (let count = 0; count < first && line < source.length; count++) {
    const end = lineEnd(source, line);
    line = end < source.length ? takeBreak(source, end).end : end;
  }
  return Math.max(0, spacesAt(source, line) - spacesAt(expected, first));
}

function spacesAt(text: string, start: number): number {
  let end = start;
  while (text.charCodeAt(end) === space) end++;
  return end - start;
}

/** The index of the first character that is no line break. */
function firstContent(text: string): number {
  let at = 0;
  while (at < text.length && isBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Where the line breaks begin that end a text. */
function tailStart(text: string): number {
  let at = text.length;
  while (at > 0 && isBreak(text.charCodeAt(at - 1))) at--;
  return at;
}

function lineEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}
