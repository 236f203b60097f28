// Comments, with the two habits of the reference that decide where a tab may stand before one. Nothing of them is kept.
import { carriageReturn, hash, isBlank, isBreakOrEnd, lineFeed } from './characters.ts';
import type { Cursor } from './cursor.ts';

/** How far the reference looks for the `#` of a comment. */
const reach = 512;

/**
 * Moves over a comment behind a token, on its line, and over the blanks before it. Tabs are fine there even where they are
 * not before other things.
 */
export function skipLineComment(cursor: Cursor): void {
  let ahead = 0;
  while (ahead < reach && isBlank(cursor.peek(ahead))) ahead++;
  if (ahead === reach || cursor.peek(ahead) !== hash) return;
  cursor.pos += ahead;
  cursor.skipLineText();
}

/** Moves over the comment at the cursor, and over further comment lines as long as only blanks, tabs too, stand before them. */
export function skipComment(cursor: Cursor): void {
  for (;;) {
    cursor.skipLineText();
    const next = nextComment(cursor);
    if (next === undefined) return;
    while (cursor.pos < next) {
      if (isBreakOrEnd(cursor.peek())) cursor.skipBreak();
      else cursor.pos++;
    }
  }
}

/** The offset of the `#` behind the line break at the cursor, when it is near and only blanks and line breaks come before. */
function nextComment(cursor: Cursor): number | undefined {
  if (isBreakOrEnd(cursor.peek()) && cursor.peek() !== lineFeed && cursor.peek() !== carriageReturn) return undefined;
  for (let ahead = 1; ahead < reach; ahead++) {
    const unit = cursor.peek(ahead);
    if (unit === hash) return cursor.pos + ahead;
    if (!isBlank(unit) && unit !== lineFeed && unit !== carriageReturn) return undefined;
  }
  return undefined;
}
