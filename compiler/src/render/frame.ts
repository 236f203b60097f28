// A piece of source with line numbers and marks below the exact range. Lines that are too long are cut around the range,
// ranges of many lines are cut in the middle. Never looks further into a text than it shows.
import { append } from '../append.ts';
import type { LinedText } from '../document.ts';
import type { SourceRange } from '../text/range.ts';
import { type Cell, cellsOf } from './cells.ts';
import type { Style, StyleRole } from './renderer.ts';

export interface FrameOptions {
  /** `^` or `-`. */
  readonly mark: string;
  readonly role: StyleRole;
  /** How many lines are shown before and behind the range. */
  readonly context: number;
  /** The width of the gutter: digits of the largest line number around. */
  readonly gutter: number;
  readonly columns: number;
  readonly style: Style;
}

/** A range of more lines is cut in the middle. */
const mostLines = 6;
const headLines = 3;
/** Characters on either side of a range that are looked at in a line without end. */
const reach = 2000;
const ellipsis = '…';
const leastWidth = 20;

/** The lines of a frame, each without line feed. */
export function frameLines(document: LinedText, range: SourceRange, options: FrameOptions): readonly string[] {
  const { first, last, end } = linesOf(document, range);
  const shown: string[] = [];
  const lineCount = document.lines.count;
  for (let line = Math.max(1, first - options.context); line < first; line++) {
    append(shown, contextLine(document, line, options));
  }
  for (let line = first; line <= last; line++) {
    if (last - first >= mostLines && line === first + headLines) {
      shown.push(`${options.style('gutter', `${' '.repeat(options.gutter)} ${ellipsis}`)}`);
      line = last;
    }
    append(shown, markedLine(document, line, { start: range.start, end }, options));
  }
  for (let line = last + 1; line <= Math.min(lineCount, last + options.context); line++) {
    append(shown, contextLine(document, line, options));
  }
  return shown;
}

/** The number of the last line that a frame shows. */
export function lastLine(document: LinedText, range: SourceRange, context: number): number {
  return Math.min(document.lines.count, linesOf(document, range).last + context);
}

/** First and last line of a range; the line break that it may end with, or what it ends on the next line, is no part. */
function linesOf(document: LinedText, { start, end }: SourceRange): { first: number; last: number; end: number } {
  const { lines, text } = document;
  const first = lines.at(start).line;
  const whole = Math.min(Math.max(end, start), text.length);
  let trimmed = whole;
  while (trimmed > start + 1 && /\s/.test(text.charAt(trimmed - 1))) trimmed--;
  // Blank lines at the end of a range say nothing. Blanks at the end of a line may be what it is about.
  const shownEnd = lines.at(trimmed).line === lines.at(whole).line ? whole : trimmed;
  return { first, last: Math.max(first, lines.at(Math.max(start, shownEnd - 1)).line), end: shownEnd };
}

/** A line of context; nothing when it is blank, as it would only take room. */
function contextLine(document: LinedText, line: number, options: FrameOptions): readonly string[] {
  const { start, end } = document.lines.line(line);
  const from = start === 0 ? textStart(document.text) : start;
  const cells = cellsOf(document.text, from, Math.min(end, from + reach));
  const { shown, cutRight } = cutAround(cells, 0, 0, roomOf(options));
  if (shown.every((cell) => cell.text.trim() === '')) return [];
  return [sourceLine(line, shown, false, cutRight || from + reach < end, options)];
}

function markedLine(document: LinedText, line: number, range: SourceRange, options: FrameOptions): readonly string[] {
  const full = document.lines.line(line);
  const lineStart = full.start === 0 ? textStart(document.text) : full.start;
  const { text } = document;
  const start = Math.max(lineStart, Math.min(range.start, full.end));
  // Where a range goes on, its marks begin below the first character that is no blank.
  const markStart = range.start < lineStart ? firstVisible(text, lineStart, full.end) : start;
  const markEnd = Math.min(range.end, full.end);
  const from = boundary(text, Math.max(lineStart, start - reach));
  const to = boundary(text, Math.min(full.end, start + reach));
  const cells = cellsOf(text, from, to);
  const first = indexAt(cells, markStart);
  const behind = Math.max(first, markEnd > markStart ? indexAt(cells, markEnd - 1) + 1 : first);
  const { shown, offset, cutLeft, cutRight } = cutAround(cells, first, behind, roomOf(options));
  const isCutLeft = cutLeft || from > lineStart;
  const isCutRight = cutRight || to < full.end;
  const marks = marksBelow(shown, first - offset, behind - offset, isCutLeft, options.mark);
  const bar = options.style('gutter', `${' '.repeat(options.gutter)} |`);
  return [sourceLine(line, shown, isCutLeft, isCutRight, options), `${bar} ${options.style(options.role, marks)}`];
}

function sourceLine(
  line: number,
  cells: readonly Cell[],
  left: boolean,
  right: boolean,
  options: FrameOptions,
): string {
  const number = options.style('gutter', `${String(line).padStart(options.gutter)} |`);
  const text = `${left ? ellipsis : ''}${cells.map((cell) => cell.text).join('')}${right ? ellipsis : ''}`.trimEnd();
  return text === '' ? number : `${number} ${text}`;
}

/** Blanks below the cells before `first`, marks below those up to `behind`; one mark when there are none. */
function marksBelow(cells: readonly Cell[], first: number, behind: number, isCutLeft: boolean, mark: string): string {
  const before = widthOf(cells.slice(0, Math.max(0, first))) + (isCutLeft ? 1 : 0);
  const marked = widthOf(cells.slice(Math.max(0, first), Math.max(0, behind)));
  return ' '.repeat(before) + mark.repeat(Math.max(1, marked));
}

interface Cut {
  readonly shown: readonly Cell[];
  /** How many cells were left out at the start. */
  readonly offset: number;
  readonly cutLeft: boolean;
  readonly cutRight: boolean;
}

/** As many cells as fit into `room`, with the range from `first` to `behind` in view: its start, when it is too long. */
function cutAround(cells: readonly Cell[], first: number, behind: number, room: number): Cut {
  if (widthOf(cells) <= room) return { shown: cells, offset: 0, cutLeft: false, cutRight: false };
  const space = room - 2;
  const wanted = widthOf(cells.slice(first, behind));
  // A quarter for what stands before; more when there is little behind.
  const behindWidth = widthOf(cells.slice(first));
  const before = Math.max(Math.floor(space / 4), space - Math.max(wanted, behindWidth));
  let start = Math.min(first, cells.length);
  for (let width = 0; start > 0; start--) {
    width += cells[start - 1]?.width ?? 0;
    if (width > before) break;
  }
  let end = start;
  for (let width = 0; end < cells.length; end++) {
    width += cells[end]?.width ?? 0;
    if (width > space) break;
  }
  return { shown: cells.slice(start, end), offset: start, cutLeft: start > 0, cutRight: end < cells.length };
}

function roomOf({ columns, gutter }: FrameOptions): number {
  return Math.max(leastWidth, columns - gutter - 3);
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0);
}

/** The index of the cell that holds `offset`; the number of cells behind the last one. */
function indexAt(cells: readonly Cell[], offset: number): number {
  const index = cells.findIndex((cell) => cell.end > offset);
  return index < 0 ? cells.length : index;
}

function firstVisible(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

/** An offset that is not between the halves of a surrogate pair. */
function boundary(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return offset > 0 && unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}

/** A byte order mark is no part of the first line. */
function textStart(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}
