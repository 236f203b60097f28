// Guesses at what the writer meant, where the reference gives up: which quote or bracket was left open, and which text
// swallowed the keys below it. Asked only after a fault; never changes what is accepted.
import { closeBrace, closeBracket, colon, comma, hash, isBlank, isBlankOrEnd, isBreak, space } from './characters.ts';
import type { Cursor } from './cursor.ts';
import type { Repair } from './fault.ts';
import type { Token } from './token.ts';

/** The last quoted scalar that goes over several lines. */
export interface QuoteSpan {
  /** Starts of the lines where it begins and ends. */
  readonly startLine: number;
  readonly endLine: number;
  /**
   * Where the confusion began: a quote left open turns each later opening quote into a closing one, line after line. -1 when
   * the scalar looks sound.
   */
  readonly firstStart: number;
}

/** Takes note of a quoted scalar from `start` to `end`; `before` is the one noted last. */
export function spanQuote(
  cursor: Cursor,
  start: number,
  end: number,
  startLine: number,
  before: QuoteSpan | undefined,
): QuoteSpan {
  const isSuspect = looksLikeOpening(cursor.text, end - 1);
  const inherits = before !== undefined && before.firstStart >= 0 && before.endLine === startLine;
  const firstStart = inherits ? before.firstStart : isSuspect ? start : -1;
  return { startLine, endLine: cursor.line, firstStart };
}

/** Whether the quote at `offset`, taken for a closing one, stands like an opening one: a blank before, text behind. */
function looksLikeOpening(text: string, offset: number): boolean {
  const before = text.charAt(offset - 1);
  const after = offset + 1 < text.length ? text.charCodeAt(offset + 1) : -1;
  const opens = isBlank(before.charCodeAt(0)) || '[{(,:='.includes(before) || isBreak(before.charCodeAt(0));
  return (
    opens &&
    !isBlankOrEnd(after) &&
    after !== comma &&
    after !== closeBracket &&
    after !== closeBrace &&
    after !== colon
  );
}

/**
 * The repair of a flow collection opened at `start` that still is open at `offset`: it ends before the first line that is
 * indented no deeper than the block around it (`indent`), because there the block goes on.
 */
export function closeFlowRepair(cursor: Cursor, start: number, indent: number, offset: number): Repair | undefined {
  let line = nextLine(cursor, start);
  while (line <= offset && line < cursor.length) {
    let at = line;
    while (cursor.text.charCodeAt(at) === space) at++;
    const unit = cursor.text.charCodeAt(at);
    const isContent = at < cursor.length && !isBlankOrEnd(unit) && unit !== hash;
    const closes = unit === closeBracket || unit === closeBrace || unit === comma;
    if (isContent && !closes && at - line <= indent) return { kind: 'unclosed-flow', start, at: line };
    line = nextLine(cursor, at);
  }
  return undefined;
}

/**
 * The repairs of a plain scalar that took in lines with keys of their own. `mayBeKeys`: its lines may be keys without
 * colons, which they are when all begin in the same column.
 */
export function cutPlainRepairs(cursor: Cursor, token: Token, start: number, mayBeKeys: boolean): readonly Repair[] {
  const { text } = cursor;
  const lines: number[] = [];
  for (
    let line = nextLine(cursor, token.start);
    line < token.end && lines.length < 1000;
    line = nextLine(cursor, line)
  ) {
    lines.push(line);
  }
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const column = start - (text.lastIndexOf('\n', start - 1) + 1);
  const columns = lines.map((line) => firstColumn(text, line));
  const areKeys = mayBeKeys && columns.every((found) => found === undefined || found === column);
  if (!areKeys) return [{ kind: 'cut-plain', start: token.start, at: mayBeKeys ? last : first, asKeys: false }];
  const repairs: Repair[] = [{ kind: 'cut-plain', start: token.start, at: first, asKeys: true }];
  for (const [index, line] of lines.slice(0, -1).entries()) {
    const found = columns[index];
    const next = lines[index + 1];
    if (found !== undefined && next !== undefined) {
      repairs.push({ kind: 'cut-plain', start: line + found, at: next, asKeys: true });
    }
  }
  return repairs;
}

/** The column of the first visible character of a line; undefined for a blank line. */
function firstColumn(text: string, line: number): number | undefined {
  let at = line;
  while (isBlank(text.charCodeAt(at))) at++;
  return at >= text.length || isBreak(text.charCodeAt(at)) ? undefined : at - line;
}

function nextLine(cursor: Cursor, from: number): number {
  const end = cursor.lineEnd(from);
  if (end >= cursor.length) return cursor.length;
  return end + (cursor.text.startsWith('\r\n', end) ? 2 : 1);
}
