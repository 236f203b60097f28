// Strings of JSON, and what people write instead: single quotes, line breaks inside. Cuts one string out of the text and
// decodes it as Go does: half a surrogate pair becomes U+FFFD, be it written or escaped.
import { backslash, doubleQuote, hexValue, lineFeed, singleQuote, space } from './characters.ts';
import type { JsonFaults } from './json-faults.ts';

export interface JsonStringScan {
  readonly text: string;
  readonly end: number;
}

/** Escapes of one letter. */
const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Scans the string whose quote stands at `start`. One that is not closed ends with its line. */
export function scanJsonString(text: string, start: number, faults: JsonFaults): JsonStringScan {
  let decoded = '';
  let piece = start + 1;
  /** Up to here the string is known to go on. */
  let known = start;
  for (let at = start + 1; at < text.length; ) {
    const unit = text.charCodeAt(at);
    if (unit === doubleQuote) return { text: decoded + wellFormed(text.slice(piece, at)), end: at + 1 };
    if (unit === backslash) {
      const escaped = scanEscape(text, at, faults);
      decoded += wellFormed(text.slice(piece, at)) + escaped.text;
      at = escaped.end;
      piece = at;
    } else if (unit >= space) {
      at++;
    } else {
      if (unit === lineFeed && at > known) {
        known = goesOnTo(text, at);
        if (known < 0) break;
      }
      faultControl(text, at, faults);
      at++;
    }
  }
  return unclosed(text, start, decoded, piece, faults);
}

/** Scans a string in single quotes; undefined when it is not closed on its line. */
export function scanSingleQuoted(text: string, start: number): JsonStringScan | undefined {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === lineFeed) return undefined;
    if (unit === singleQuote) return { text: wellFormed(text.slice(start + 1, at)), end: at + 1 };
  }
  return undefined;
}

/** The string as Go holds it, whose UTF-8 knows no halves of surrogate pairs. */
function wellFormed(text: string): string {
  return /[\ud800-\udfff]/.test(text) ? text.replace(/[\ud800-\udfff]/gu, '\ufffd') : text;
}

/**
 * Where the string that has a line break at `at`, against the rules, goes on to: the next quote, if that one looks like a
 * closing quote. When it looks like an opening one, the closing one of this string is missing, and the answer is -1.
 */
function goesOnTo(text: string, at: number): number {
  const quote = text.indexOf('"', at);
  if (quote < 0) return -1;
  const isEscaped = text.charCodeAt(quote - 1) === backslash;
  const isClosing = isEscaped || /^[ \t\r\n]*(?:[,:\]}]|$)/.test(text.slice(quote + 1, quote + 80));
  return isClosing ? quote : -1;
}

function unclosed(text: string, start: number, decoded: string, piece: number, faults: JsonFaults): JsonStringScan {
  const lineEnd = text.indexOf('\n', piece);
  let end = lineEnd < 0 ? text.length : lineEnd;
  while (end > piece && text.charCodeAt(end - 1) <= space) end--;
  faults.add(start, end, 'this text is not closed; put a `"` behind it');
  return { text: decoded + wellFormed(text.slice(piece, end)), end };
}

function faultControl(text: string, at: number, faults: JsonFaults): void {
  const unit = text.charCodeAt(at);
  const letter = [...escapes].find(([, meaning]) => meaning.charCodeAt(0) === unit)?.[0];
  const code = `u${unit.toString(16).padStart(4, '0')}`;
  const what = unit === lineFeed ? 'a line break' : `the control character U+${code.slice(1).toUpperCase()}`;
  faults.add(at, at + 1, `${what} may not stand in a text; write \`\\${letter ?? code}\``);
}

/** The escape at `start`. */
function scanEscape(text: string, start: number, faults: JsonFaults): JsonStringScan {
  const letter = text.charAt(start + 1);
  const short = escapes.get(letter);
  if (short !== undefined) return { text: short, end: start + 2 };
  if (letter === 'u') return scanCode(text, start, faults);
  const point = text.codePointAt(start + 1);
  // A backslash before a line break or the end of the text is no longer a matter of escapes: the string is not closed.
  if (point === undefined || point < space) return { text: '\\', end: start + 1 };
  const shown = `\\${String.fromCodePoint(point)}`;
  const end = start + shown.length;
  faults.add(start, end, `\`${shown}\` is no escape of JSON; write \`\\\\\` for a backslash`);
  return { text: wellFormed(shown), end };
}

function scanCode(text: string, start: number, faults: JsonFaults): JsonStringScan {
  const unit = codeAt(text, start);
  if (unit === undefined) {
    let end = start + 2;
    while (end < start + 6 && hexValue(text.charCodeAt(end)) >= 0) end++;
    faults.add(start, end, `\`${text.slice(start, end)}\` needs 4 hexadecimal digits`);
    return { text: text.slice(start, end), end };
  }
  if (unit < 0xd800 || unit > 0xdfff) return { text: String.fromCharCode(unit), end: start + 6 };
  const low = unit < 0xdc00 && text.charCodeAt(start + 6) === backslash ? codeAt(text, start + 6) : undefined;
  if (low === undefined || low < 0xdc00 || low > 0xdfff) return { text: '\ufffd', end: start + 6 };
  return { text: String.fromCharCode(unit, low), end: start + 12 };
}

/** The four hexadecimal digits behind `\u`. */
function codeAt(text: string, start: number): number | undefined {
  if (text.charAt(start + 1) !== 'u') return undefined;
  let code = 0;
  for (let at = start + 2; at < start + 6; at++) {
    const digit = at < text.length ? hexValue(text.charCodeAt(at)) : -1;
    if (digit < 0) return undefined;
    code = code * 16 + digit;
  }
  return code;
}
