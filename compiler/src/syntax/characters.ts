// Characters that mean something to YAML, by UTF-16 unit, and the questions asked about them. `end` stands for the end of
// the text, so that every look-ahead has an answer. Knows nothing of tokens.
import { isBreak, lineSeparator, nextLine, paragraphSeparator } from '../text/line-break.ts';

export { carriageReturn, isBreak, lineFeed, nextLine } from '../text/line-break.ts';

export const end = -1;
export const tab = 0x09;
export const space = 0x20;
export const exclamation = 0x21;
export const doubleQuote = 0x22;
export const hash = 0x23;
export const percent = 0x25;
export const ampersand = 0x26;
export const singleQuote = 0x27;
export const asterisk = 0x2a;
export const plus = 0x2b;
export const comma = 0x2c;
export const dash = 0x2d;
export const dot = 0x2e;
export const digit0 = 0x30;
export const digit9 = 0x39;
export const colon = 0x3a;
export const less = 0x3c;
export const greater = 0x3e;
export const question = 0x3f;
export const at = 0x40;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const backtick = 0x60;
export const openBrace = 0x7b;
export const pipe = 0x7c;
export const closeBrace = 0x7d;
export const byteOrderMark = 0xfeff;

/** A space or a tab. */
export function isBlank(unit: number): boolean {
  return unit === space || unit === tab;
}

export function isBreakOrEnd(unit: number): boolean {
  return unit === end || isBreak(unit);
}

export function isBlankOrEnd(unit: number): boolean {
  // The common case is a visible ASCII character.
  if (unit > space && unit < nextLine) return false;
  return isBlank(unit) || unit === end || isBreak(unit);
}

/** U+2028 and U+2029 stay themselves where other line breaks become LF or a blank. */
export function staysInText(unit: number): boolean {
  return unit === lineSeparator || unit === paragraphSeparator;
}

/** Letters, digits, `_` and `-`: what names of anchors, tag handles and directives are made of. */
export function isWord(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= digit0 && unit <= digit9) ||
    unit === 0x5f ||
    unit === dash
  );
}

export function isDigit(unit: number): boolean {
  return unit >= digit0 && unit <= digit9;
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(unit: number): number {
  if (isDigit(unit)) return unit - digit0;
  const letter = unit | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
