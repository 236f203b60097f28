// What stands between tokens: blanks, line breaks, comments, and tabs where they may not be.
import * as is from './characters.ts';
import type { Cursor } from './cursor.ts';
import { skipComment } from './scan-comment.ts';
import { skipTabs } from './scan-tabs.ts';
import type { Structure } from './structure.ts';

/** How many characters of ASCII the reference has in its buffer before it reads on. */
const bufferLength = 508;

/** Moves to the next token. A line break on the way makes a key possible in block context. */
export function skipGap(cursor: Cursor, structure: Structure): void {
  const hasTwoMarks = cursor.text.startsWith('\ufeff\ufeff');
  for (;;) {
    if (hasTwoMarks) skipLineStart(cursor);
    const takesTabs = structure.inFlow || !structure.mayStartKey;
    let unit = cursor.peek();
    while (unit === is.space || (unit === is.tab && takesTabs)) {
      cursor.pos++;
      unit = cursor.peek();
    }
    if (unit === is.tab) {
      skipTabs(cursor, structure);
      continue;
    }
    if (unit === is.hash) {
      skipComment(cursor);
      unit = cursor.peek();
    }
    if (!is.isBreak(unit)) return;
    cursor.skipBreak();
    if (!structure.inFlow) structure.mayStartKey = true;
  }
}

/**
 * In a text that begins with two byte order marks the reference takes the first character of every line for a further mark,
 * as long as it has the beginning of the text in its buffer.
 */
function skipLineStart(cursor: Cursor): void {
  const { pos, line, length } = cursor;
  if (pos === line && pos < Math.min(length - 2, bufferLength)) cursor.pos++;
}
