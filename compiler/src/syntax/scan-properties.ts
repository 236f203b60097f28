// Anchors, aliases and tags, and the names and URIs that they share with `%TAG` directives.
import { decodeUtf8 } from '../text/utf8.ts';
import {
  at,
  backtick,
  closeBrace,
  closeBracket,
  colon,
  comma,
  exclamation,
  greater,
  hexValue,
  isBlankOrEnd,
  isWord,
  less,
  percent,
  question,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { asCode } from './shorten.ts';

/** What may follow an anchor's name without a blank. */
const endsName: ReadonlySet<number> = new Set([
  question,
  colon,
  comma,
  closeBracket,
  closeBrace,
  percent,
  at,
  backtick,
]);

/** What a tag may be made of besides letters, digits, `_` and `-`. */
const uriCharacters: ReadonlySet<number> = new Set(Array.from(";/?:@&=+$,.!~*'()[]%", (text) => text.charCodeAt(0)));

/** Scans `&name` or `*name` at the cursor and gives the name; undefined, the cursor unmoved, when it is none. */
export function scanName(cursor: Cursor): string | undefined {
  const start = cursor.pos++;
  while (isWord(cursor.peek())) cursor.pos++;
  const unit = cursor.peek();
  if (cursor.pos > start + 1 && (isBlankOrEnd(unit) || endsName.has(unit)))
    return cursor.text.slice(start + 1, cursor.pos);
  const isAnchor = cursor.text.charAt(start) === '&';
  while (!isBlankOrEnd(cursor.peek()) && !endsName.has(cursor.peek())) cursor.pos++;
  const shown = cursor.text.slice(start, cursor.pos);
  const what = isAnchor ? 'an anchor' : 'an alias';
  const message = `${asCode(shown)} is no name of ${what}: it takes letters, digits, \`_\` and \`-\`; put quotes around it if it is text`;
  cursor.fault(start, cursor.pos, message);
  cursor.pos = start;
  return undefined;
}

/** A tag as it is written: the handle that stands for a prefix, and the rest. Without a handle the rest is all. */
export interface TagScan {
  readonly handle: string;
  readonly suffix: string;
}

/** Scans the tag at the cursor. */
export function scanTag(cursor: Cursor): TagScan {
  const start = cursor.pos;
  const scan = cursor.peek(1) === less ? scanVerbatim(cursor) : scanShort(cursor);
  if (scan === undefined || !isBlankOrEnd(cursor.peek())) {
    while (!isBlankOrEnd(cursor.peek())) cursor.pos++;
    const shown = cursor.text.slice(start, cursor.pos);
    cursor.fault(start, cursor.pos, `${asCode(shown)} is no valid tag; put quotes around it if it is text`);
  }
  return scan ?? { handle: '', suffix: '!' };
}

function scanVerbatim(cursor: Cursor): TagScan | undefined {
  cursor.pos += 2;
  const suffix = scanUri(cursor);
  if (suffix === undefined || suffix === '' || cursor.peek() !== greater) return undefined;
  cursor.pos++;
  return { handle: '', suffix };
}

function scanShort(cursor: Cursor): TagScan | undefined {
  const handle = scanHandle(cursor);
  const rest = scanUri(cursor);
  if (rest === undefined) return undefined;
  if (handle.length > 1 && handle.endsWith('!')) return rest === '' ? undefined : { handle, suffix: rest };
  const suffix = handle.slice(1) + rest;
  // A lone `!` is a tag of its own.
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

/** Takes `!`, `!name` or `!name!` at the cursor. */
export function scanHandle(cursor: Cursor): string {
  const start = cursor.pos++;
  while (isWord(cursor.peek())) cursor.pos++;
  if (cursor.peek() === exclamation) cursor.pos++;
  return cursor.text.slice(start, cursor.pos);
}

/** Takes the characters of a URI, `%XX` decoded; undefined when such an escape is broken. */
export function scanUri(cursor: Cursor): string | undefined {
  let text = '';
  let piece = cursor.pos;
  for (;;) {
    const unit = cursor.peek();
    if (unit === percent) {
      text += cursor.text.slice(piece, cursor.pos);
      const escaped = scanUriEscape(cursor);
      if (escaped === undefined) return undefined;
      text += escaped;
      piece = cursor.pos;
    } else if (isWord(unit) || uriCharacters.has(unit)) cursor.pos++;
    else return text + cursor.text.slice(piece, cursor.pos);
  }
}

/** One character written as `%XX` bytes of UTF-8. */
function scanUriEscape(cursor: Cursor): string | undefined {
  const bytes: number[] = [];
  let length = 1;
  while (bytes.length < length) {
    const high = hexValue(cursor.peek(1));
    const low = hexValue(cursor.peek(2));
    if (cursor.peek() !== percent || high < 0 || low < 0) return undefined;
    const byte = high * 16 + low;
    if (bytes.length === 0) length = sequenceLength(byte);
    else if ((byte & 0xc0) !== 0x80) return undefined;
    if (length === 0) return undefined;
    bytes.push(byte);
    cursor.pos += 3;
  }
  return decodeUtf8(Uint8Array.from(bytes));
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc0 || lead > 0xf7) return 0;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
