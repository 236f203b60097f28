// A colon that makes no key: because a text was left unquoted, goes over lines, or is too long. Reports it and finds a way on.
import type { Cursor } from './cursor.ts';
import { cutPlainRepairs } from './repair.ts';
import { keyOverLines, longestKey, type Structure } from './structure.ts';
import type { TokenQueue } from './token-queue.ts';

/** Reports the key from `start` to the cursor as too long. */
export function faultLongKey(cursor: Cursor, start: number): void {
  const message = `a key may have at most ${longestKey} characters before its \`:\`; shorten it, or write \`? \` before it`;
  cursor.fault(start, cursor.pos, message);
}

/** Deals with the colon at the cursor, in block context, behind something that is no key. */
export function strayColon(cursor: Cursor, queue: TokenQueue, structure: Structure): void {
  const { pos, line, text } = cursor;
  const { last } = queue;
  const isText = last?.kind === 'scalar' && last.end <= pos;
  if (isText && last.style === 'plain' && structure.want(cutPlainRepairs(cursor, last, last.start, true))) return;
  if (structure.explain(pos)) return;
  if (last?.kind === 'value' && last.start === last.end) {
    // The key before it goes over lines; that was reported, and its colon taken for written.
    cursor.pos++;
    return;
  }
  if (isText && last.start < line) {
    cursor.fault(last.start, last.end, keyOverLines);
    if (last.candidate) structure.makeKey(last.candidate);
    queue.add('value', pos, pos + 1);
    cursor.pos++;
    return;
  }
  const message = '`:` cannot stand here, as the line has a key already; put quotes around a text that contains `: `';
  cursor.fault(pos, pos + 1, message);
  cursor.pos = cursor.lineEnd(pos);
  if (!isText || last.style !== 'plain') return;
  // The value goes on to the end of its line.
  const value = text.slice(last.start, cursor.pos).replace(/[ \t]+(#.*)?$/, '');
  queue.replaceLast({ ...last, text: value, end: last.start + value.length });
}
