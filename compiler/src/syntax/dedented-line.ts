// A line of a block scalar that stands less deep than the first one: the text ends before it, and what it holds is a value too
// many. Asked only after a fault.
import { isBreak } from './characters.ts';

export interface DedentedLine {
  /** The indicator of the block scalar. */
  readonly mark: { readonly start: number; readonly end: number };
  /** The column of its text, from 0. */
  readonly column: number;
}

/** A text of more lines is not looked through: each fault in it would be another time. */
const mostLines = 1000;

/** The block scalar whose text goes on at `start`, at a column between that of its key and that of the text. */
export function dedentedLine(text: string, start: number): DedentedLine | undefined {
  let line = lineStart(text, start);
  const indent = start - line;
  if (text.slice(line, start).trim() !== '') return undefined;
  let column: number | undefined;
  for (let count = 0; line > 0 && count < mostLines; count++) {
    const end = line;
    line = lineStart(text, line - (text.startsWith('\r\n', line - 2) ? 2 : 1));
    const content = text.slice(line, end).trimEnd();
    if (content === '') continue;
    const depth = content.search(/[^ ]/);
    if (depth > indent) {
      column = depth;
      continue;
    }
    const [, before = '', mark = ''] = /^(.*(?:^|[:-])[ \t]+)([|>][-+\d]{0,2})(?:[ \t]+#.*)?$/.exec(content) ?? [];
    if (depth >= indent || column === undefined || mark === '') return undefined;
    return { mark: { start: line + before.length, end: line + before.length + 1 }, column };
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start;
}
