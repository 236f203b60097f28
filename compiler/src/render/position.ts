// Offsets as the machine-readable formats want them: lines, columns in code points, columns in UTF-16 code units.
import type { LinedText } from '../document.ts';
import type { SourceRange } from '../text/range.ts';

export interface Position {
  /** UTF-16 code units from the start of the text, a byte order mark included. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** Code points from 1; a tab counts one, a byte order mark none. */
  readonly column: number;
  /** UTF-16 code units from 1. */
  readonly utf16Column: number;
}

export interface PositionRange {
  readonly start: Position;
  /** Behind the last character. */
  readonly end: Position;
}

/** Both ends of a range, which lie in the text whatever the range says. */
export function positionsOf(document: LinedText, { start, end }: SourceRange): PositionRange {
  return { start: positionOf(document, start), end: positionOf(document, Math.max(start, end)) };
}

function positionOf({ lines, text }: LinedText, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, text.length));
  const { line, column } = lines.at(inside);
  const lineStart = lines.line(line).start;
  const mark = lineStart === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return { offset: inside, line, column, utf16Column: Math.max(0, inside - lineStart - mark) + 1 };
}
