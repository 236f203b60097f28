// Block scalars (`|` and `>`): header, indentation, folding and chomping. Cuts one scalar out of the text.
import {
  carriageReturn,
  dash,
  digit0,
  end as endOfText,
  greater,
  hash,
  isBlank,
  isBreak,
  isBreakOrEnd,
  isDigit,
  lineFeed,
  plus,
  space,
  tab,
} from './characters.ts';
import type { Cursor } from './cursor.ts';
import { scanOutdented } from './outdented-block.ts';
import { faultTab } from './scan-tabs.ts';

export interface BlockScalarScan {
  readonly text: string;
  /** End of the last line that has content, or of the header. */
  readonly end: number;
  /** There is no line of content; the cursor is at what follows. */
  readonly isEmpty: boolean;
}

interface Header {
  /** What happens to the line breaks at the end: `+` keeps them, `-` drops them, else one stays. */
  readonly chomping: '+' | '-' | undefined;
  /** The indentation indicator; 0 when it is to be detected. */
  readonly increment: number;
  readonly end: number;
}

/** Scans the block scalar whose `|` or `>` is at the cursor. `indent` is the column of the collection around it, or -1. */
export function scanBlockScalar(cursor: Cursor, indent: number, hasOddBreaks: boolean): BlockScalarScan {
  const isFolded = cursor.peek() === greater;
  const repair = cursor.repairs.get(cursor.pos);
  const header = scanHeader(cursor);
  const lines = new BlockLines(cursor, indent, header.increment);
  if (repair?.kind === 'outdented-block') return { ...scanOutdented(cursor, repair, indent), isEmpty: false };
  const parts: string[] = [];
  let end = header.end;
  let lineBreak = '';
  let wasBlank = false;
  while (lines.isAtContent()) {
    const isSpaced = isBlank(cursor.peek());
    if (isFolded && !wasBlank && !isSpaced && lineBreak === '\n') {
      if (lines.breaks === '') parts.push(' ');
    } else parts.push(lineBreak);
    parts.push(lines.breaks);
    wasBlank = isSpaced;
    const start = cursor.pos;
    end = hasOddBreaks ? cursor.lineEnd(start) : lineEnd(cursor, start);
    parts.push(cursor.text.slice(start, end));
    cursor.pos = end;
    lineBreak = end < cursor.length ? cursor.takeBreak() : '';
    lines.skipBreaks();
  }
  if (header.chomping !== '-') parts.push(lineBreak);
  if (header.chomping === '+') parts.push(lines.breaks);
  return { text: parts.join(''), end, isEmpty: end === header.end };
}

/** The end of a line in a text whose lines end in LF or CRLF only: far faster than looking at each character. */
function lineEnd(cursor: Cursor, start: number): number {
  const at = cursor.text.indexOf('\n', start);
  if (at < 0) return cursor.length;
  return at > start && cursor.text.charCodeAt(at - 1) === carriageReturn ? at - 1 : at;
}

/** Reads indicators, comment and line break behind `|` or `>`. */
function scanHeader(cursor: Cursor): Header {
  const start = cursor.pos++;
  let chomping = takeChomping(cursor);
  const increment = takeIncrement(cursor);
  if (chomping === undefined && increment > 0) chomping = takeChomping(cursor);
  const end = cursor.pos;
  while (isBlank(cursor.peek())) cursor.pos++;
  if (cursor.peek() !== hash && !isBreakOrEnd(cursor.peek())) {
    const mark = cursor.text.charAt(start);
    const stop = cursor.lineEnd(cursor.pos);
    const advice = `the text of a \`${mark}\` scalar begins on the next line; move it there, or remove the \`${mark}\``;
    // The reference has one finding for text behind a directive and behind such an indicator: the line has to end there.
    cursor.faults.add({ code: 'yaml-directive', range: { start: cursor.pos, end: stop }, message: advice });
  }
  cursor.skipLineText();
  if (cursor.peek() !== endOfText) cursor.skipBreak();
  return { chomping, increment, end };
}

function takeChomping(cursor: Cursor): Header['chomping'] {
  const unit = cursor.peek();
  if (unit !== plus && unit !== dash) return undefined;
  cursor.pos++;
  return unit === plus ? '+' : '-';
}

function takeIncrement(cursor: Cursor): number {
  const unit = cursor.peek();
  if (!isDigit(unit)) return 0;
  if (unit === digit0) {
    cursor.fault(
      cursor.pos,
      cursor.pos + 1,
      'a block scalar cannot be indented by `0`; write a digit from 1 to 9, or none',
    );
  }
  cursor.pos++;
  return unit - digit0;
}

/** The lines of one block scalar: finds where content begins on each, and keeps the line breaks passed on the way. */
class BlockLines {
  breaks = '';
  readonly #cursor: Cursor;
  readonly #outer: number;
  /** The column of the content; 0 until it is known. */
  #indent: number;
  /** A line begins with a tab where it needs spaces: reported, and read as content. */
  #isForced = false;
  #hasFault = false;

  constructor(cursor: Cursor, outer: number, increment: number) {
    this.#cursor = cursor;
    this.#outer = outer;
    this.#indent = increment > 0 ? Math.max(outer, 0) + increment : 0;
    this.skipBreaks();
  }

  isAtContent(): boolean {
    if (this.#cursor.pos >= this.#cursor.length) return false;
    return this.#isForced || this.#cursor.column === this.#indent;
  }

  /** Moves over blank lines and over the indentation of the next line. */
  skipBreaks(): void {
    const cursor = this.#cursor;
    this.breaks = '';
    this.#isForced = false;
    let widest = 0;
    for (;;) {
      while (cursor.peek() === space && (this.#indent === 0 || cursor.column < this.#indent)) cursor.pos++;
      widest = Math.max(widest, cursor.column);
      const unit = cursor.peek();
      if (unit === tab && (this.#indent === 0 || cursor.column < this.#indent)) {
        if (!this.#hasFault) faultTab(cursor);
        this.#hasFault = true;
        this.#isForced = true;
        break;
      }
      if (unit === lineFeed) {
        // The usual break, without the question what it is.
        this.breaks += '\n';
        cursor.line = ++cursor.pos;
      } else if (isBreak(unit)) this.breaks += cursor.takeBreak();
      else break;
    }
    // Blank lines that are longer than the first line of content count too: the content then is none.
    if (this.#indent === 0) this.#indent = Math.max(widest, this.#outer + 1, 1);
  }
}
