// Plain scalars: text without quotes, which may go on over lines that are indented deeper. Cuts one scalar out of the text;
// whether it may stand there is decided elsewhere.
import {
  closeBrace,
  closeBracket,
  colon,
  comma,
  hash,
  isBlank,
  isBlankOrEnd,
  isBreak,
  openBrace,
  openBracket,
  question,
  tab,
} from './characters.ts';
import { type Cursor, fold } from './cursor.ts';
import { faultTab } from './scan-tabs.ts';

export interface PlainScan {
  readonly text: string;
  readonly end: number;
  /** The scanner went on to a later line before it knew that the scalar was over. */
  readonly isOnNewLine: boolean;
  /** A repair says that the scalar is a key whose colon is missing. */
  readonly isKey: boolean;
}

/**
 * Scans the plain scalar at the cursor. `indent` is the least column of its further lines in block context; the scalar does
 * not go on to lines that start at `limit` or later.
 */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean, limit: number): PlainScan {
  const repair = cursor.repairs.get(cursor.pos);
  const cut = repair?.kind === 'cut-plain' ? repair.at : limit;
  let text = '';
  let piece = cursor.pos;
  let end = cursor.pos;
  let pendingFold = '';
  let isOnNewLine = false;
  while (!cursor.isAtDocumentMark() && cursor.peek() !== hash) {
    const start = cursor.pos;
    skipWord(cursor, inFlow);
    if (cursor.pos > start) {
      if (isOnNewLine) {
        text += cursor.text.slice(piece, end) + pendingFold;
        piece = start;
        isOnNewLine = false;
      }
      end = cursor.pos;
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break;
    const breaks = skipBlanks(cursor, indent, cut);
    if (breaks !== undefined) {
      pendingFold = breaks;
      isOnNewLine = true;
    }
    if (isBreak(cursor.peek()) || (!inFlow && cursor.column < indent)) break;
  }
  text += cursor.text.slice(piece, end);
  return { text, end, isOnNewLine, isKey: repair?.kind === 'cut-plain' && repair.asKeys };
}

/** Moves over characters up to a blank, a line break, or an indicator that ends the scalar. */
function skipWord(cursor: Cursor, inFlow: boolean): void {
  for (;;) {
    const unit = cursor.peek();
    if (isBlankOrEnd(unit)) return;
    if (unit === colon && isBlankOrEnd(cursor.peek(1))) return;
    if (inFlow && endsInFlow(unit)) return;
    cursor.pos++;
  }
}

function endsInFlow(unit: number): boolean {
  return (
    unit === comma ||
    unit === question ||
    unit === openBracket ||
    unit === closeBracket ||
    unit === openBrace ||
    unit === closeBrace
  );
}

/** Moves over blanks and line breaks; gives their fold when there was a line break. Stops at one that leads to `cut`. */
function skipBlanks(cursor: Cursor, indent: number, cut: number): string | undefined {
  let first: string | undefined;
  let more = '';
  for (;;) {
    const unit = cursor.peek();
    if (isBlank(unit)) {
      if (unit === tab && first !== undefined && cursor.column < indent) faultTab(cursor);
      cursor.pos++;
    } else if (isBreak(unit)) {
      // CRLF is two units; a blank line before the cut does not matter.
      if (cursor.pos + 2 >= cut) break;
      const taken = cursor.takeBreak();
      if (first === undefined) first = taken;
      else more += taken;
    } else break;
  }
  return first === undefined ? undefined : fold(first, more);
}
