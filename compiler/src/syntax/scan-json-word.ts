// What stands in JSON without quotes: numbers, `true`, `false`, `null`, and everything else that should have had quotes.
// Cuts one word out of the text and says what is wrong with it.
import { resolveNumber } from '../text/yaml-number.ts';
import {
  asterisk,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  doubleQuote,
  hash,
  lineFeed,
  openBrace,
  openBracket,
  space,
  tab,
} from './characters.ts';
import { shorten } from './shorten.ts';

/** The grammar of numbers in JSON. */
const number = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const slash = 0x2f;
const enders: readonly number[] = [
  space,
  tab,
  lineFeed,
  carriageReturn,
  comma,
  colon,
  doubleQuote,
  openBracket,
  closeBracket,
  openBrace,
  closeBrace,
];
const literals: ReadonlySet<string> = new Set(['true', 'false', 'null']);

/** The end of the word that starts at `start`, where no white space and no bracket stands; at least one code point. */
export function jsonWordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && !endsWord(text, end)) end++;
  if (end > start) return end;
  return start + String.fromCodePoint(text.codePointAt(start) ?? 0).length;
}

function endsWord(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  // Letters and digits make up nearly all words.
  if (unit > closeBrace || (unit > colon && unit < openBracket)) return false;
  return enders.includes(unit) || startsComment(text, at);
}

/** Whether a comment of another language starts here. JSON has none, but people write them. */
export function startsComment(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit !== slash) return unit === hash;
  const next = text.charCodeAt(at + 1);
  return next === slash || next === asterisk;
}

/** Whether a word means something in JSON as it is. */
export function isJsonWord(word: string): boolean {
  return literals.has(word) || number.test(word);
}

/** Whether a word is a number of JSON. */
export function isJsonNumber(word: string): boolean {
  return number.test(word);
}

/** What is wrong with a word that means nothing in JSON, and what to write. */
export function jsonWordFault(word: string): string {
  const shown = `\`${shorten(word)}\``;
  const literal = literalFor(word);
  if (literal !== undefined) return `${shown} is no value of JSON; write \`${literal}\``;
  if (/^[+-]?[.0-9]/.test(word)) return numberFault(word, shown);
  if (!/[!-~]/.test(word)) {
    const code = (word.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `the character U+${code} may not stand here; remove it`;
  }
  return `${shown} stands without quotes; write \`"${shorten(word)}"\``;
}

function literalFor(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (literals.has(lower)) return lower;
  if (lower === 'none' || lower === 'nil' || lower === 'undefined' || lower === '~') return 'null';
  if (lower === 'yes' || lower === 'on') return 'true';
  return lower === 'no' || lower === 'off' ? 'false' : undefined;
}

/** Octal and hexadecimal numbers, as they are written for modes, get their decimal form. */
function numberFault(word: string, shown: string): string {
  const resolved = resolveNumber(word);
  if (resolved?.kind === 'int') {
    const why = /^[+-]?0./.test(word) ? 'JSON has decimal numbers only' : 'JSON does not write numbers like that';
    return `${shown} is no number of JSON; write \`${resolved.value}\` (${why})`;
  }
  return `${shown} is no number of JSON; write digits, or put it in quotes`;
}
