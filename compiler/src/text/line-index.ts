// Offsets to lines and columns, the way the reference counts them. Never stores more than the line starts.
import { lastAtOrBefore } from './last-at-or-before.ts';
import { carriageReturn, isBreak, lineFeed } from './line-break.ts';
import type { SourceRange } from './range.ts';

/** A place as people count it: both from 1; a column is one code point, a tab counts one. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Line starts of one text; LF, CR, CRLF, NEL, U+2028 and U+2029 end a line, as in the reference's YAML reader. */
export class LineIndex {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#text = text;
    this.#starts = lineStarts(text);
  }

  /** How many lines the text has; a text that ends in a line break has an empty last line. */
  get count(): number {
    return this.#starts.length;
  }

  /** Line and column of a UTF-16 offset; offsets beyond the text count as its end. A byte order mark takes no column. */
  at(offset: number): LineColumn {
    const clamped = Math.max(0, Math.min(offset, this.#text.length));
    const line = lastAtOrBefore(this.#starts, clamped);
    let start = this.#starts[line] ?? 0;
    if (line === 0 && this.#text.charCodeAt(0) === 0xfeff) start = Math.min(1, clamped);
    let column = 1;
    for (let i = start; i < clamped; i++) {
      // The second half of a surrogate pair belongs to the code point already counted.
      const unit = this.#text.charCodeAt(i);
      if (unit < 0xdc00 || unit > 0xdfff) column++;
    }
    return { line: line + 1, column };
  }

  /** The text range of a line (from 1), without its line break. */
  line(line: number): SourceRange {
    const start = this.#starts[line - 1] ?? this.#text.length;
    let end = this.#starts[line] ?? this.#text.length;
    while (end > start && isBreak(this.#text.charCodeAt(end - 1))) end--;
    return { start, end };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (!isBreak(unit)) continue;
    if (unit === carriageReturn && text.charCodeAt(i + 1) === lineFeed) i++;
    starts.push(i + 1);
  }
  return starts;
}
