// A place in a text with the start of its line, and the faults and repairs that belong to one run over the text. What the
// `scan-*` files share. Knows characters and lines, no tokens.
import { carriageReturn, dash, dot, end, isBlankOrEnd, isBreak, lineFeed, staysInText } from './characters.ts';
import type { Fault, FaultList, Repair } from './fault.ts';

export class Cursor {
  readonly text: string;
  readonly length: number;
  readonly faults: FaultList;
  /** What earlier runs found out, by the start of the construct. */
  readonly repairs: ReadonlyMap<number, Repair>;
  /** UTF-16 offset of the next character. */
  pos = 0;
  /** Offset of the first character of the line of `pos`. */
  line = 0;

  constructor(text: string, faults: FaultList, repairs: ReadonlyMap<number, Repair>) {
    this.text = text;
    this.length = text.length;
    this.faults = faults;
    this.repairs = repairs;
  }

  /** How far `pos` is into its line. What stands before a place whose column counts is ASCII, so units are code points. */
  get column(): number {
    return this.pos - this.line;
  }

  /** The character at `pos + ahead`, or `end`. */
  peek(ahead = 0): number {
    const at = this.pos + ahead;
    return at < this.length ? this.text.charCodeAt(at) : end;
  }

  /** Moves over the line break at `pos`; CR and LF together are one. */
  skipBreak(): void {
    const isPair = this.peek() === carriageReturn && this.peek(1) === lineFeed;
    this.pos += isPair ? 2 : 1;
    this.line = this.pos;
  }

  /** Moves over the line break at `pos` and gives what it is in a scalar: LF, or U+2028 and U+2029 as they are. */
  takeBreak(): string {
    const unit = this.peek();
    this.skipBreak();
    return staysInText(unit) ? String.fromCharCode(unit) : '\n';
  }

  /** Moves to the line break or end of text at or after `pos`. */
  skipLineText(): void {
    this.pos = this.lineEnd(this.pos);
  }

  /** The offset of the line break, or the end of the text, at or after `from`. */
  lineEnd(from: number): number {
    for (let at = from; at < this.length; at++) {
      if (isBreak(this.text.charCodeAt(at))) return at;
    }
    return this.length;
  }

  /** Whether `---` or `...` stands here alone, at the start of a line. */
  isAtDocumentMark(): boolean {
    if (this.pos !== this.line) return false;
    const unit = this.peek();
    if (unit !== dash && unit !== dot) return false;
    return this.peek(1) === unit && this.peek(2) === unit && isBlankOrEnd(this.peek(3));
  }

  fault(start: number, stop: number, message: string, note?: Fault['note']): void {
    this.faults.add({
      code: 'yaml-syntax',
      range: { start, end: stop },
      message,
      ...(note ? { note } : {}),
    });
  }
}

/** The fold of a run of line breaks: one LF is a blank, further ones stay; U+2028 and U+2029 do not fold. */
export function fold(first: string, more: string): string {
  if (first !== '\n') return first + more;
  return more === '' ? ' ' : more;
}

/** Whether a text has line ends other than LF and CRLF, which cost a look at every character. */
export function hasOddBreaks(text: string): boolean {
  return /\r(?!\n)|[\x85\u2028\u2029]/.test(text);
}
