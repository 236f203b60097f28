// A block scalar whose lines stand no deeper than its key: the reference takes it for empty, and each line for a key without
// colon. Asked only after a fault, as keys without values would look the same.
import { isBreak, space } from './characters.ts';
import type { Cursor } from './cursor.ts';
import type { Repair } from './fault.ts';

/** A block scalar without content. */
export interface EmptyBlock {
  /** Its indicator. */
  readonly start: number;
  /** The first text below it, and the start of its line. */
  readonly at: number;
  readonly line: number;
  /** The column of the collection around it. */
  readonly indent: number;
}

/** The repair of an empty block scalar when a fault at `offset` lies in lines that are no entries: they are its text. */
export function outdentedRepair(cursor: Cursor, block: EmptyBlock, offset: number): Repair | undefined {
  if (offset < block.at) return undefined;
  const { start, at, line, indent } = block;
  const stop = endOfText(cursor, at, line, indent);
  return offset < stop ? { kind: 'outdented-block', start, at, stop } : undefined;
}

/** Reads the lines that a repair says are the text, and reports them. The cursor is at the first one. */
export function scanOutdented(
  cursor: Cursor,
  { start, at, stop }: Repair & { readonly kind: 'outdented-block' },
  indent: number,
): { readonly text: string; readonly end: number } {
  const mark = cursor.text.charAt(start);
  const column = cursor.column;
  const message = `the text of a \`${mark}\` scalar must be indented deeper than its key; indent it by ${Math.max(indent, 0) + 2}`;
  cursor.fault(at, cursor.lineEnd(at), message, {
    message: `it belongs to this \`${mark}\``,
    range: { start, end: start + 1 },
  });
  const lines: string[] = [];
  let end = at;
  for (cursor.pos = cursor.line; cursor.pos < stop; cursor.skipBreak()) {
    const lineStart = cursor.pos;
    cursor.skipLineText();
    lines.push(`${cursor.text.slice(Math.min(lineStart + column, cursor.pos), cursor.pos)}\n`);
    if (cursor.pos > lineStart + column) end = cursor.pos;
    if (cursor.pos >= cursor.length) break;
  }
  return { text: lines.join(''), end };
}

/** The start of the first line that is indented less than the text, or is an entry of a collection around it. */
function endOfText(cursor: Cursor, at: number, line: number, indent: number): number {
  const { text } = cursor;
  const column = at - line;
  let start = line;
  while (start < text.length) {
    let first = start;
    while (text.charCodeAt(first) === space) first++;
    const isContent = first < text.length && !isBreak(text.charCodeAt(first));
    const end = cursor.lineEnd(first);
    if (isContent && (first - start < column || (first - start <= indent && isEntry(text.slice(first, end))))) break;
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return start;
}

function isEntry(line: string): boolean {
  return /^(?:- +)*[\w.-]+:(?:\s|$)|^(?:---|\.\.\.)(?:\s|$)/.test(line);
}
