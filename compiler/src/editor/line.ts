// One line of a config, cut into indentation, dashes, key and value by its characters alone. What it says of a line inside a
// block scalar is meaningless; who asks finds out by the lines above.
import type { SourceRange } from '../text/range.ts';

export interface LineKey {
  readonly text: string;
  readonly range: SourceRange;
}

interface Parts {
  readonly key: LineKey | undefined;
  /** Offset behind the colon; of the content's start without a key. */
  readonly colon: number;
  /** The value on this line, or all of the content without a key. */
  readonly value: SourceRange | undefined;
  /** Where a comment starts. */
  readonly comment: number | undefined;
}

const space = 0x20;
const dashMark = 0x2d;

/** Longer keys and values are data, not structure. */
const longestKey = 500;
const longestValue = 20_000;

export class Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** Where the next line starts; the length of the text at its end. */
  readonly next: number;
  /** Column of the first character that is no space. */
  readonly indent: number;
  /** Columns of the dashes in front of the content. */
  readonly dashes: readonly number[];
  /** Column of the content: what comes behind indentation and dashes. */
  readonly column: number;
  readonly #text: string;
  readonly #content: number;
  /** Most lines on the way up are only asked for their indentation. */
  #parts: Parts | undefined;

  constructor(text: string, start: number, end: number, next: number) {
    let at = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    while (at < end && text.charCodeAt(at) === space) at++;
    const dashes: number[] = [];
    this.indent = at - start;
    while (isDash(text, at, end)) {
      dashes.push(at - start);
      at++;
      while (at < end && text.charCodeAt(at) === space) at++;
    }
    this.#text = text;
    this.#content = at;
    this.start = start;
    this.end = end;
    this.next = next;
    this.dashes = dashes;
    // Behind a lone dash the content would start one blank further.
    this.column = dashes.length > 0 && at === end ? Math.max(at - start, (dashes.at(-1) ?? 0) + 2) : at - start;
  }

  /** Nothing but blanks, a comment or a document mark. */
  get isEmpty(): boolean {
    if (this.dashes.length > 0) return false;
    const at = this.#content;
    return at >= this.end || this.#text.charAt(at) === '#' || isDocumentMark(this.#text, at, this.start);
  }

  get key(): LineKey | undefined {
    return this.#cut().key;
  }

  get colon(): number {
    return this.#cut().colon;
  }

  get value(): SourceRange | undefined {
    return this.#cut().value;
  }

  get comment(): number | undefined {
    return this.#cut().comment;
  }

  #cut(): Parts {
    this.#parts ??= partsOf(this.#text, this.#content, this.start, this.end);
    return this.#parts;
  }
}

export function lineAt(text: string, offset: number): Line {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  let end = feed < 0 ? text.length : feed;
  if (end > start && text.charCodeAt(end - 1) === 0x0d) end--;
  return new Line(text, start, end, feed < 0 ? text.length : feed + 1);
}

export function lineBefore(text: string, line: Line): Line | undefined {
  return line.start === 0 ? undefined : lineAt(text, line.start - 1);
}

function isDash(text: string, at: number, end: number): boolean {
  if (at >= end || text.charCodeAt(at) !== dashMark) return false;
  return at + 1 === end || text.charCodeAt(at + 1) === space;
}

function isDocumentMark(text: string, at: number, start: number): boolean {
  return at === start && /^(?:---|\.\.\.|%)/.test(text.slice(at, at + 3));
}

/** A key in front of its colon: quoted, or plain without marks that begin something else. */
const keyPattern =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#'"{}[\],&*!|>%@`:](?:[^#:\s]|:(?!\s|$)|\s(?![\s#:])|(?<!\s)#)*|<<))\s*:(?=\s|$)/;

function partsOf(text: string, at: number, start: number, end: number): Parts {
  if (isDocumentMark(text, at, start)) return { key: undefined, colon: at, value: undefined, comment: undefined };
  const match = keyPattern.exec(text.slice(at, Math.min(end, at + longestKey)));
  const colon = at + (match?.[0].length ?? 0);
  const key = match ? keyOfMatch(match, at) : undefined;
  const rest = text.slice(colon, Math.min(end, colon + longestValue));
  const comment = commentIn(rest, match === null);
  const value = rest.slice(0, comment ?? rest.length);
  const valueStart = colon + value.length - value.trimStart().length;
  const trimmed = value.trim();
  return {
    key,
    colon,
    value: trimmed === '' ? undefined : { start: valueStart, end: valueStart + trimmed.length },
    comment: comment === undefined ? undefined : colon + comment,
  };
}

function keyOfMatch(match: RegExpExecArray, at: number): LineKey {
  const length = match[0].replace(/\s*:$/, '').length;
  return { text: match[1] ?? match[2] ?? match[3] ?? '', range: { start: at, end: at + length } };
}

/** Where a comment starts in what follows a key. A `#` in quotes, or without a blank in front of it, starts none. */
function commentIn(rest: string, isStart: boolean): number | undefined {
  let quote = '';
  for (let index = 0; index < rest.length; index++) {
    const character = rest.charAt(index);
    const before = index === 0 ? ' ' : rest.charAt(index - 1);
    if (quote !== '') {
      if (character === '\\' && quote === '"') index++;
      else if (character === quote) quote = '';
    } else if ((character === '"' || character === "'") && /[\s[{,:]/.test(before)) {
      quote = character;
    } else if (character === '#' && (index === 0 ? isStart : /\s/.test(before))) {
      return index;
    }
  }
  return undefined;
}
