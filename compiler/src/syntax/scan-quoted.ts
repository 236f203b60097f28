// Quoted scalars: line folding, doubled single quotes, escapes. Cuts one scalar out of the text; one that is never closed is
// taken to end with its first line.
import {
  backslash,
  doubleQuote,
  end as endOfText,
  hexValue,
  isBlank,
  isBreak,
  singleQuote,
  tab,
} from './characters.ts';
import { type Cursor, fold } from './cursor.ts';

export interface QuotedScan {
  readonly text: string;
  readonly end: number;
  readonly isClosed: boolean;
}

/** Escapes of one letter. */
const escapes: ReadonlyMap<number, string> = new Map(
  Object.entries({
    '0': '\0',
    a: '\x07',
    b: '\b',
    t: '\t',
    n: '\n',
    v: '\v',
    f: '\f',
    r: '\r',
    e: '\x1b',
    ' ': ' ',
    '"': '"',
    "'": "'",
    '\\': '\\',
    N: '\x85',
    _: '\xa0',
    L: '\u2028',
    P: '\u2029',
  }).map(([letter, text]) => [letter.charCodeAt(0), text]),
);

/** Escapes of a code point, with the number of their hexadecimal digits. */
const codeLengths: ReadonlyMap<number, number> = new Map([
  [0x78, 2],
  [0x75, 4],
  [0x55, 8],
]);

/** Scans the quoted scalar whose opening quote is at the cursor; the cursor ends behind the closing one. */
export function scanQuoted(cursor: Cursor): QuotedScan {
  const start = cursor.pos;
  const line = cursor.line;
  const quote = cursor.peek();
  const isOneLine = cursor.repairs.get(start)?.kind === 'unclosed-quote';
  cursor.pos++;
  let text = '';
  let piece = cursor.pos;
  for (;;) {
    const unit = cursor.peek();
    if (unit === quote) {
      const content = text + cursor.text.slice(piece, cursor.pos);
      cursor.pos++;
      if (unit !== singleQuote || cursor.peek() !== singleQuote) {
        return { text: content, end: cursor.pos, isClosed: true };
      }
      text = `${content}'`;
      piece = ++cursor.pos;
    } else if (unit === backslash && quote === doubleQuote) {
      text += cursor.text.slice(piece, cursor.pos) + scanEscape(cursor, isOneLine);
      piece = cursor.pos;
    } else if (isBlank(unit) || isBreak(unit)) {
      const blanks = cursor.pos;
      const folded = isOneLine ? skipLineBlanks(cursor) : skipBlanks(cursor, '');
      if (folded !== undefined) {
        text += cursor.text.slice(piece, blanks) + folded;
        piece = cursor.pos;
      }
    } else if (unit !== endOfText) cursor.pos++;
    if (cursor.pos >= cursor.length || cursor.isAtDocumentMark() || (isOneLine && isBreak(cursor.peek()))) {
      return unclosed(cursor, start, line);
    }
  }
}

/** Ends the scalar with its first line, whose text is taken as it is written. */
function unclosed(cursor: Cursor, start: number, line: number): QuotedScan {
  const stop = cursor.lineEnd(start);
  let end = stop;
  while (end > start + 1 && isBlank(cursor.text.charCodeAt(end - 1))) end--;
  cursor.pos = stop;
  cursor.line = line;
  return { text: cursor.text.slice(start + 1, end), end, isClosed: false };
}

function skipLineBlanks(cursor: Cursor): undefined {
  while (isBlank(cursor.peek())) cursor.pos++;
  return undefined;
}

/** Moves over blanks and line breaks; gives their fold when there was a line break, `first` being one taken before. */
function skipBlanks(cursor: Cursor, first: string, isEscaped = false): string | undefined {
  let opening = first;
  let more = '';
  let hasBreak = isEscaped;
  for (;;) {
    const unit = cursor.peek();
    if (isBlank(unit)) cursor.pos++;
    else if (isBreak(unit)) {
      const taken = cursor.takeBreak();
      if (hasBreak) more += taken;
      else opening = taken;
      hasBreak = true;
    } else break;
  }
  if (!hasBreak) return undefined;
  return isEscaped ? more : fold(opening, more);
}

/** Reads the escape at the cursor and gives its text. */
function scanEscape(cursor: Cursor, isOneLine: boolean): string {
  const start = cursor.pos;
  const letter = cursor.peek(1);
  if (isBreak(letter)) {
    cursor.pos++;
    if (isOneLine) return '\\';
    cursor.skipBreak();
    return skipBlanks(cursor, '', true) ?? '';
  }
  if (letter === tab) {
    cursor.pos += 2;
    return '\t';
  }
  const short = escapes.get(letter);
  if (short !== undefined) {
    cursor.pos += 2;
    return short;
  }
  const digits = codeLengths.get(letter);
  if (digits !== undefined) return scanCode(cursor, digits);
  const point = cursor.text.codePointAt(start + 1);
  const shown = point === undefined ? '\\' : `\\${String.fromCodePoint(point)}`;
  // At the end of the text the quote is unclosed, which is the fault to report.
  if (point !== undefined) {
    cursor.fault(
      start,
      start + shown.length,
      `\`${shown}\` is no escape; write \`\\\\\` for a backslash, or use single quotes`,
    );
  }
  cursor.pos += shown.length;
  return shown;
}

function scanCode(cursor: Cursor, digits: number): string {
  const start = cursor.pos;
  cursor.pos += 2;
  let value = 0;
  for (let count = 0; count < digits; count++) {
    const digit = hexValue(cursor.peek());
    if (digit < 0) {
      const shown = cursor.text.slice(start, cursor.pos);
      cursor.fault(start, cursor.pos, `\`${shown}\` needs ${digits} hexadecimal digits`);
      return shown;
    }
    value = value * 16 + digit;
    cursor.pos++;
  }
  if (value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
    const shown = cursor.text.slice(start, cursor.pos);
    const why = value > 0x10ffff ? 'beyond the last character of Unicode' : 'half of a surrogate pair';
    cursor.fault(start, cursor.pos, `\`${shown}\` is ${why}; write the code point itself with \`\\U\` and 8 digits`);
    return '\ufffd';
  }
  return String.fromCodePoint(value);
}
