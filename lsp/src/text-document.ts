// A text as an editor sends it: lines by LF, CR and CRLF (the protocol knows no others), positions in UTF-8, UTF-16 or UTF-32,
// changes one after the other. An immutable value: a change makes a new one. Places outside the text are drawn to its edge.
import { lastAtOrBefore, type SourceRange } from '../../compiler/src/editor/index.ts';

export type Encoding = 'utf-8' | 'utf-16' | 'utf-32';

/** A place in the protocol's way: both from 0; characters in units of the encoding. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** One edit, or a whole new text. */
export type TextChange = { readonly range: TextRange; readonly text: string } | { readonly text: string };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

export class TextDocument {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  #starts: readonly number[] | undefined;

  constructor(uri: string, languageId: string, version: number, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.version = version;
    this.text = text;
  }

  /** The document after some changes, each of which speaks of the text that the one before it has left. */
  changed(changes: readonly TextChange[], version: number, encoding: Encoding): TextDocument {
    let at: TextDocument = this;
    for (const change of changes) {
      const text = 'range' in change && change.range ? at.#replaced(change.range, change.text, encoding) : change.text;
      at = new TextDocument(this.uri, this.languageId, version, text);
    }
    return at === this ? new TextDocument(this.uri, this.languageId, version, this.text) : at;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  offsetAt({ line, character }: TextPosition, encoding: Encoding): number {
    const starts = this.#lineStarts();
    if (!(line >= 0)) return 0;
    if (line >= starts.length) return this.text.length;
    const start = starts[Math.floor(line)] ?? 0;
    const end = this.#lineEnd(line);
    if (!(character > 0)) return start;
    if (encoding === 'utf-16') return Math.min(start + Math.floor(character), end);
    let left = character;
    let at = start;
    while (at < end) {
      const point = this.text.codePointAt(at) ?? 0;
      left -= encoding === 'utf-32' ? 1 : utf8Length(point);
      if (left < 0) return at;
      at += point > 0xffff ? 2 : 1;
      if (left === 0) return at;
    }
    return end;
  }

  positionAt(offset: number, encoding: Encoding): TextPosition {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.#lineStarts();
    const line = lastAtOrBefore(starts, at);
    const start = starts[line] ?? 0;
    // A place between CR and LF is the end of the line.
    const end = Math.min(at, this.#lineEnd(line));
    if (encoding === 'utf-16') return { line, character: end - start };
    let character = 0;
    for (let index = start; index < end; ) {
      const point = this.text.codePointAt(index) ?? 0;
      const width = point > 0xffff ? 2 : 1;
      if (index + width > end) break;
      character += encoding === 'utf-32' ? 1 : utf8Length(point);
      index += width;
    }
    return { line, character };
  }

  rangeAt({ start, end }: TextRange, encoding: Encoding): SourceRange {
    const [one, other] = [this.offsetAt(start, encoding), this.offsetAt(end, encoding)];
    return { start: Math.min(one, other), end: Math.max(one, other) };
  }

  /** Where a line (from 0) ends, without its line break. */
  #lineEnd(line: number): number {
    const starts = this.#lineStarts();
    const next = starts[Math.floor(line) + 1];
    if (next === undefined) return this.text.length;
    let end = next - 1;
    if (this.text.charCodeAt(end) === lineFeed && this.text.charCodeAt(end - 1) === carriageReturn) end--;
    return Math.max(end, starts[line] ?? 0);
  }

  #replaced(range: TextRange, text: string, encoding: Encoding): string {
    const { start, end } = this.rangeAt(range, encoding);
    return this.text.slice(0, start) + text + this.text.slice(end);
  }

  #lineStarts(): readonly number[] {
    this.#starts ??= lineStarts(this.text);
    return this.#starts;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > carriageReturn || (unit !== lineFeed && unit !== carriageReturn)) continue;
    if (unit === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
    starts.push(at + 1);
  }
  return starts;
}

/** A surrogate without its other half is sent as U+FFFD, which takes three bytes as it does itself. */
function utf8Length(point: number): number {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
