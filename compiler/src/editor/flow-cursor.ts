// Where the cursor is inside a flow collection (`{a: 1, b: [x]}`) or JSON. Reads from the opening bracket to the cursor, so
// that an unclosed collection is no trouble.
import type { Path, PathStep } from '../diagnostic/diagnostic.ts';
import type { Cursor } from './cursor.ts';

interface Frame {
  readonly kind: 'map' | 'list';
  readonly step: PathStep | undefined;
  readonly keys: string[];
  readonly texts: string[];
  index: number;
  /** The key whose value is being read. */
  key: string | undefined;
}

/** A word between the marks of a flow collection. */
interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Behind the cursor only the rest of the innermost collection is read, and no more than this. */
const farthest = 20_000;

/** The place of `offset` in the collection that opens at `start` and is the value of `path`; undefined behind its end. */
export function flowCursor(text: string, start: number, offset: number, path: Path): Cursor | undefined {
  const frames: Frame[] = [];
  let word: Word | undefined;
  let at = start;
  while (at < offset) {
    const mark = text.charAt(at);
    if (mark === '{' || mark === '[') {
      frames.push(open(mark, frames.at(-1)));
      word = undefined;
    } else if (mark === '}' || mark === ']') {
      frames.pop();
      word = undefined;
      if (frames.length === 0) return undefined;
    } else if (mark === ',' || isColon(text, at, word)) {
      apply(mark, frames.at(-1), word);
      word = undefined;
    } else if (!/\s/.test(mark)) {
      word = readWord(text, at);
      if (word.end >= offset) break;
      at = word.end;
      continue;
    }
    at++;
  }
  const frame = frames.at(-1);
  if (frame === undefined) return undefined;
  return cursorIn(text, offset, [...path, ...stepsOf(frames)], frame, word ?? wordFrom(text, offset));
}

/** A word right behind the cursor is at the cursor too. */
function wordFrom(text: string, offset: number): Word | undefined {
  return /[^\s{}[\],:#]/.test(text.charAt(offset)) ? readWord(text, offset) : undefined;
}

function open(mark: '{' | '[', parent: Frame | undefined): Frame {
  const step = parent === undefined ? undefined : parent.kind === 'map' ? (parent.key ?? '') : parent.index;
  return { kind: mark === '{' ? 'map' : 'list', step, keys: [], texts: [], index: 0, key: undefined };
}

function isColon(text: string, at: number, word: Word | undefined): boolean {
  if (text.charAt(at) !== ':') return false;
  return /[\s,}\]]|^$/.test(text.charAt(at + 1)) || /["']$/.test(word?.text ?? '') || text.charAt(at - 1) === '"';
}

function apply(mark: string, frame: Frame | undefined, word: Word | undefined): void {
  if (frame === undefined) return;
  if (mark === ':') {
    if (frame.kind === 'map' && frame.key === undefined) {
      frame.key = unquoted(word?.text ?? '');
      frame.keys.push(frame.key);
    }
    return;
  }
  if (frame.kind === 'list' && word) frame.texts.push(unquoted(word.text));
  frame.index++;
  frame.key = undefined;
}

function stepsOf(frames: readonly Frame[]): Path {
  return frames.flatMap(({ step }) => (step === undefined ? [] : [step]));
}

function readWord(text: string, start: number): Word {
  const quote = text.charAt(start);
  let end = start + 1;
  if (quote === '"' || quote === "'") {
    while (end < text.length && text.charAt(end) !== quote && text.charAt(end) !== '\n') {
      end += text.charAt(end) === '\\' && quote === '"' ? 2 : 1;
    }
    end = Math.min(end + 1, text.length);
    if (text.charAt(end - 1) === '\n') end--;
  } else {
    while (
      end < text.length &&
      !/[,{}[\]\n\r]/.test(text.charAt(end)) &&
      !/^:(?:\s|$|[,}\]])/.test(text.slice(end, end + 2))
    ) {
      end++;
    }
    while (end > start + 1 && /\s/.test(text.charAt(end - 1))) end--;
  }
  return { text: text.slice(start, end), start, end };
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

function cursorIn(text: string, offset: number, path: Path, frame: Frame, word: Word | undefined): Cursor {
  const range = word ? { start: word.start, end: word.end } : { start: offset, end: offset };
  const behind = readBehind(text, range.end);
  const base = {
    word: range,
    column: 0,
    isFlow: true,
    hasColon: behind.hasColon,
    others: frame.texts,
    isListItem: false,
  };
  if (frame.kind === 'list') {
    return { ...base, kind: 'entry', path: [...path, frame.index], siblings: [], isItem: true, isListItem: true };
  }
  if (frame.key !== undefined) {
    return { ...base, kind: 'value', path: [...path, frame.key], siblings: [], isItem: false };
  }
  return { ...base, kind: 'entry', path, siblings: [...frame.keys, ...behind.keys], isItem: true };
}

/** Whether a colon follows, and the keys of the same mapping behind it. */
function readBehind(text: string, from: number): { readonly hasColon: boolean; readonly keys: readonly string[] } {
  const rest = text.slice(from, from + farthest);
  const hasColon = /^\s*:/.test(rest);
  const keys: string[] = [];
  let depth = 0;
  const marks = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[{}[\]]|[\w-]+(?=\s*:)/g;
  for (const { 0: mark, index } of rest.matchAll(marks)) {
    if (mark === '{' || mark === '[') depth++;
    else if (mark === '}' || mark === ']') depth--;
    else if (depth === 0 && /^\s*:(?:\s|$)/.test(rest.slice(index + mark.length, index + mark.length + 40))) {
      keys.push(unquoted(mark));
    }
    if (depth < 0) break;
  }
  return { hasColon, keys };
}
