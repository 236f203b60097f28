// Directives, the lines that start with `%`. Knows their form; whether one may be repeated is for the composer.
import {
  digit0,
  dot,
  end as endOfText,
  exclamation,
  hash,
  isBlank,
  isBlankOrEnd,
  isBreakOrEnd,
  isDigit,
  isWord,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { scanHandle, scanUri } from './scan-properties.ts';

export type DirectiveScan =
  | { readonly kind: 'version'; readonly text: string; readonly end: number }
  | { readonly kind: 'tag-handle'; readonly handle: string; readonly text: string; readonly end: number };

/** Scans the directive whose `%` is at the cursor, its line break included; undefined after a fault. */
export function scanDirective(cursor: Cursor): DirectiveScan | undefined {
  const start = cursor.pos++;
  const name = takeWhile(cursor, isWord);
  const scan = isBlankOrEnd(cursor.peek()) ? scanValue(cursor, name) : undefined;
  const end = cursor.pos;
  takeWhile(cursor, isBlank);
  const isWhole = scan !== undefined && (cursor.peek() === hash || isBreakOrEnd(cursor.peek()));
  if (!isWhole) fault(cursor, start, name);
  cursor.skipLineText();
  if (cursor.peek() !== endOfText) cursor.skipBreak();
  return isWhole ? { ...scan, end } : undefined;
}

function scanValue(cursor: Cursor, name: string): DirectiveScan | undefined {
  takeWhile(cursor, isBlank);
  if (name === 'YAML') {
    const major = takeVersion(cursor);
    if (major === undefined || cursor.peek() !== dot) return undefined;
    cursor.pos++;
    const minor = takeVersion(cursor);
    return minor === undefined ? undefined : { kind: 'version', text: `${major}.${minor}`, end: cursor.pos };
  }
  if (name !== 'TAG' || cursor.peek() !== exclamation) return undefined;
  const handle = scanHandle(cursor);
  if ((handle !== '!' && !handle.endsWith('!')) || !isBlank(cursor.peek())) return undefined;
  takeWhile(cursor, isBlank);
  const prefix = scanUri(cursor);
  if (prefix === undefined || prefix === '' || !isBlankOrEnd(cursor.peek())) return undefined;
  return { kind: 'tag-handle', handle, text: prefix, end: cursor.pos };
}

/** One or two digits; undefined for none, and for more. */
function takeVersion(cursor: Cursor): number | undefined {
  const start = cursor.pos;
  let value = 0;
  while (isDigit(cursor.peek())) value = value * 10 + cursor.text.charCodeAt(cursor.pos++) - digit0;
  const length = cursor.pos - start;
  return length === 1 || length === 2 ? value : undefined;
}

function takeWhile(cursor: Cursor, test: (unit: number) => boolean): string {
  const start = cursor.pos;
  while (test(cursor.peek())) cursor.pos++;
  return cursor.text.slice(start, cursor.pos);
}

function fault(cursor: Cursor, start: number, name: string): void {
  let end = cursor.lineEnd(start);
  while (isBlank(cursor.text.charCodeAt(end - 1))) end--;
  const shown = cursor.text.slice(start, end);
  const message =
    name === 'YAML' || name === 'TAG'
      ? `directive \`${shown}\` is malformed; write \`${name === 'YAML' ? '%YAML 1.1' : '%TAG !handle! prefix'}\`, or remove the line`
      : `unknown directive \`${shown}\`; a line that starts with \`%\` can only be \`%YAML\` or \`%TAG\`, so indent or quote it if it is text`;
  cursor.faults.add({ code: 'yaml-directive', range: { start, end }, message });
}
