// Where in a config the cursor is, found from the lines around it and not from the syntax tree: a config that is being typed
// is broken more often than not, and indentation tells the place all the same. Knows no specs and never fails.
import type { Path, PathStep } from '../diagnostic/diagnostic.ts';
import type { SourceRange } from '../text/range.ts';
import { flowCursor } from './flow-cursor.ts';
import { type Line, lineAt, lineBefore } from './line.ts';

export interface Cursor {
  /**
   * `entry`: a new thing can begin here in what `path` names (a key of a mapping, an item of a list, or a text). `value`: the
   * text of `path`, behind its key. `text`: inside the block scalar of `path`. `comment`: behind a `#`.
   */
  readonly kind: 'entry' | 'value' | 'text' | 'comment' | 'none';
  readonly path: Path;
  /** What is written at the cursor, and would be replaced. */
  readonly word: SourceRange;
  /** Keys of the same mapping, but for the one at the cursor. */
  readonly siblings: readonly string[];
  /** The column at which the word starts. */
  readonly column: number;
  readonly isFlow: boolean;
  /** Behind a dash (or between brackets): the thing at `path` is an item and needs no dash. */
  readonly isItem: boolean;
  /** Between the brackets of a list in flow style, outside of any item's braces. */
  readonly isListItem: boolean;
  /** A colon stands behind the word already. */
  readonly hasColon: boolean;
  /** In flow style: the texts of the other items of the list. In block style they are found by their path. */
  readonly others: readonly string[];
}

/** The place of an offset of a text. */
export function cursorAt(text: string, offset: number): Cursor {
  const at = Math.max(0, Math.min(offset, text.length));
  const line = lineAt(text, at);
  if (isJson(text)) return flowCursor(text, text.indexOf('{'), at, []) ?? nowhere(at);
  const comment = line.comment;
  if (comment !== undefined && at > comment) return { ...nowhere(at), kind: 'comment', word: wordBefore(text, at) };
  const inFlow = line.value === undefined || at <= line.value.start ? undefined : flowOnLine(text, line, at);
  return inFlow ?? blockCursor(text, line, at);
}

/** Whether an offset may be inside a text of another language: in a block scalar, in quotes, or on a line without structure. */
export function isInText(text: string, offset: number): boolean {
  const { kind, word } = cursorAt(text, offset);
  return (
    kind === 'text' || kind === 'none' || kind === 'comment' || /^["']/.test(text.slice(word.start, word.start + 1))
  );
}

/** JSON: an Ignition config, or a Butane config in that style. */
export function isJson(text: string): boolean {
  return /^\ufeff?\s*\{/.test(text.slice(0, 400));
}

export function nowhere(offset: number): Cursor {
  return {
    kind: 'none',
    path: [],
    word: { start: offset, end: offset },
    siblings: [],
    column: 0,
    isFlow: false,
    isItem: false,
    isListItem: false,
    hasColon: false,
    others: [],
  };
}

function flowOnLine(text: string, line: Line, at: number): Cursor | undefined {
  const { value } = line;
  if (value === undefined || !/^[[{]/.test(text.slice(value.start, value.start + 1))) return undefined;
  const around = climb(text, line, line.column);
  // JSON in a block scalar looks like it.
  if (around.scalar !== undefined) return undefined;
  const path = line.key === undefined ? around.path : [...around.path, line.key.text];
  return flowCursor(text, value.start, at, path);
}

function blockCursor(text: string, line: Line, at: number): Cursor {
  const isBlank = line.key === undefined && line.value === undefined;
  const column = isBlank && line.dashes.length === 0 ? at - line.start : line.column;
  const around = climb(text, line, column);
  if (around.flow !== undefined) {
    const cursor = flowCursor(text, around.flow.start, at, around.flow.path);
    if (cursor) return cursor;
  }
  if (around.scalar !== undefined) return { ...nowhere(at), kind: 'text', path: around.scalar };
  const base = { ...nowhere(at), path: around.path, siblings: around.siblings, column };
  const isItem = line.dashes.length > 0;
  if (isBlank) {
    // Nothing can begin in front of a dash.
    if (isItem && at < line.column) return nowhere(at);
    return { ...base, kind: 'entry', isItem };
  }
  if (line.key === undefined) {
    if (at < line.start + line.column || line.value === undefined) return nowhere(at);
    return { ...base, kind: 'entry', word: line.value, isItem };
  }
  if (at < line.key.range.start) return nowhere(at);
  if (at <= line.key.range.end) return { ...base, kind: 'entry', word: line.key.range, isItem, hasColon: true };
  if (at <= line.colon) return nowhere(at);
  const path = [...around.path, line.key.text];
  // Directly behind the colon nothing can be written yet.
  const value = line.value;
  if (value === undefined) return { ...base, kind: 'value', path, siblings: [] };
  if (/^[|>]/.test(text.slice(value.start, value.start + 1))) return nowhere(at);
  const word = at < value.start || at > value.end ? { start: at, end: at } : value;
  return { ...base, kind: 'value', path, word, siblings: [] };
}

interface Around {
  readonly path: Path;
  readonly siblings: readonly string[];
  /** The block scalar that the place is in. */
  readonly scalar?: Path;
  /** A flow collection that opened on an earlier line. */
  readonly flow?: { readonly start: number; readonly path: Path };
}

/** Keys met on the way up, innermost first. */
interface Step {
  readonly step: PathStep;
  readonly opens: 'nothing' | 'scalar' | 'flow';
  readonly valueStart: number;
}

/** Walks up from `line`, whose content is at `column`, to the root. */
function climb(text: string, line: Line, column: number): Around {
  const steps: Step[] = [];
  const siblings: string[] = [...laterSiblings(text, line, column)];
  let mapping = column;
  let at = line;
  for (;;) {
    let start: Line | undefined = at;
    if (at.dashes.length === 0) {
      start = climbMapping(text, lineBefore(text, at), mapping, steps.length === 0 ? siblings : undefined);
      if (start === undefined) break;
      if (start.column < mapping) {
        steps.push(keyStep(text, start));
        mapping = start.column;
        at = start;
        continue;
      }
    }
    const { index, line: owner } = climbList(text, start, start.dashes.at(-1) ?? 0);
    steps.push({ step: index, opens: 'nothing', valueStart: 0 });
    if (owner === undefined) break;
    steps.push(keyStep(text, owner));
    mapping = owner.column;
    at = owner;
  }
  return finish(steps, siblings);
}

function keyStep(text: string, line: Line): Step {
  const start = line.value?.start ?? line.colon;
  const head = line.value === undefined ? '' : text.slice(start, line.value.end);
  const bare = head.replace(/^(?:[&!][^\s]*\s+)+/, '');
  const valueStart = start + head.length - bare.length;
  const opens = /^[|>]/.test(bare) ? 'scalar' : /^[[{]/.test(bare) ? 'flow' : 'nothing';
  return { step: line.key?.text ?? '', opens, valueStart };
}

function finish(steps: readonly Step[], siblings: readonly string[]): Around {
  const path = steps.map(({ step }) => step).reverse();
  // The outermost one counts: what looks like keys inside a text is none.
  const index = steps.findLastIndex(({ opens }) => opens !== 'nothing');
  const opener = steps[index];
  const upTo = path.slice(0, steps.length - index);
  if (opener?.opens === 'scalar') return { path, siblings, scalar: upTo };
  if (opener?.opens === 'flow') return { path, siblings, flow: { start: opener.valueStart, path: upTo } };
  return { path, siblings };
}

/** The line of the mapping's parent, or its first line when that has a dash. Collects the keys passed. */
function climbMapping(
  text: string,
  from: Line | undefined,
  column: number,
  siblings: string[] | undefined,
): Line | undefined {
  for (let line = from; line !== undefined; line = lineBefore(text, line)) {
    if (line.isEmpty || line.indent > column) continue;
    const dash = line.dashes.at(-1);
    if (dash !== undefined && dash < column && line.column >= column) {
      if (line.key !== undefined) siblings?.push(line.key.text);
      return line;
    }
    if (line.column < column && line.key !== undefined) return line;
    if (line.indent === column && dash === undefined && line.key !== undefined) siblings?.push(line.key.text);
  }
  return undefined;
}

/** The line whose key holds the list with a dash at `column` on `from`, and the index of that item. */
function climbList(text: string, from: Line, column: number): { readonly index: number; readonly line?: Line } {
  let index = 0;
  for (let line = lineBefore(text, from); line !== undefined; line = lineBefore(text, line)) {
    if (line.isEmpty || line.indent > column) continue;
    if (line.dashes.includes(column)) {
      index++;
    } else if (line.column <= column && line.key !== undefined) {
      return { index, line };
    }
  }
  return { index };
}

/** Keys of the same mapping below a line. */
function laterSiblings(text: string, from: Line, column: number): readonly string[] {
  const found: string[] = [];
  let start = from.next;
  while (start < text.length) {
    const line = lineAt(text, start);
    if (!line.isEmpty) {
      if (line.indent < column) break;
      if (line.indent === column && line.dashes.length === 0 && line.key !== undefined) found.push(line.key.text);
    }
    if (line.next <= start) break;
    start = line.next;
  }
  return found;
}

function wordBefore(text: string, at: number): SourceRange {
  let start = at;
  while (start > 0 && /[\w-]/.test(text.charAt(start - 1))) start--;
  let end = at;
  while (end < text.length && /[\w-]/.test(text.charAt(end))) end++;
  return { start, end };
}
