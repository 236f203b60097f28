// Tabs where only spaces may stand: reported, and taken for what they were most likely meant for.
import { isBlank } from './characters.ts';
import type { Cursor } from './cursor.ts';
import type { Structure } from './structure.ts';

/** How many spaces a tab may have been meant for. */
const tabWidths = [2, 4, 8, 1];

/** Reports the tab at the cursor, with the blanks behind it. */
export function faultTab(cursor: Cursor): void {
  let stop = cursor.pos;
  while (isBlank(cursor.text.charCodeAt(stop))) stop++;
  const message =
    cursor.column === 0 || isBlank(cursor.text.charCodeAt(cursor.pos - 1))
      ? 'tab used for indentation; YAML takes only spaces there, so replace it with spaces'
      : 'tab after an indicator that begins a block; replace it with a space';
  cursor.fault(cursor.pos, stop, message);
}

/**
 * Reports and passes the tab at the cursor, where a block collection may begin. Tabs at the start of a line are taken for so
 * many spaces that the line fits those above it, or for two each if it fits none.
 */
export function skipTabs(cursor: Cursor, structure: Structure): void {
  const { line, text } = cursor;
  faultTab(cursor);
  while (isBlank(cursor.peek())) cursor.pos++;
  const blanks = text.slice(line, cursor.pos);
  if (blanks.trim() !== '') return;
  const fitting = tabWidths.find((width) => structure.hasIndent(widthOf(blanks, width)));
  cursor.line = cursor.pos - widthOf(blanks, fitting ?? 2);
}

function widthOf(blanks: string, tabWidth: number): number {
  const tabs = blanks.split('\t').length - 1;
  return blanks.length + tabs * (tabWidth - 1);
}
