// The unit-file reader of the reference (go-systemd's unit.Deserialize), for its checks: whether contents parse at all, and
// which sections and options they have. Never judges names or values; what systemd makes of them is the lints' business.
import type { SourceRange } from '../text/range.ts';
import { utf8Length } from '../text/utf8.ts';

export interface UnitOption {
  /** Exactly as written between the brackets, blanks included. */
  readonly section: string;
  readonly name: string;
  /** Trimmed; the backslashes and line feeds of continuation lines stay in it. */
  readonly value: string;
  /** From the name to the end of the value, as UTF-16 offsets in the text. */
  readonly range: SourceRange;
}

export interface UnitFile {
  readonly options: readonly UnitOption[];
  /** The names of the sections that have at least one option, each once; only these count as present. */
  readonly sections: readonly string[];
  /** Why the text is no unit file, and where; `options` then holds what stands before that place. */
  readonly error?: { readonly message: string; readonly range: SourceRange };
}

const bufferSize = 4096;
/** Bytes in which the reference wants to see a line end. */
const lineMax = 2048;

// What Go's unicode.IsSpace and TrimSpace take for white space; String.trim knows U+FEFF too, and not U+0085.
const blank = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const blankCharacter = new RegExp(blank);
const notBlankCharacter = new RegExp(blank.replace('[', '[^'));

/** Reads a unit file or a drop-in. As the reference reads it (go-systemd); time is linear in the text. */
export function readUnitFile(text: string): UnitFile {
  const reader = new UnitReader(text);
  reader.read();
  const { options, error } = reader;
  return { options, sections: [...new Set(options.map(({ section }) => section))], ...(error ? { error } : {}) };
}

class UnitReader {
  readonly options: UnitOption[] = [];
  error: UnitFile['error'];
  readonly #text: string;
  readonly #buffer: BufferedText;

  constructor(text: string) {
    this.#text = text;
    this.#buffer = new BufferedText(text);
  }

  read(): void {
    let section: string | undefined;
    while (this.#beginStep()) {
      const character = this.#buffer.peek();
      if (character === undefined) return;
      if (character === '[') {
        section = this.#section();
        if (section === undefined) return;
      } else if (character === '#' || character === ';') {
        if (!this.#comment()) return;
      } else if (section === undefined || blankCharacter.test(character)) this.#buffer.skip();
      else if (!this.#option(section)) return;
    }
  }

  /** Every step of the reference's parser first looks for a line that is too long, wherever it stands. */
  #beginStep(): boolean {
    if (!this.#buffer.lineTooLong()) return true;
    const start = this.#buffer.offset;
    this.#fail('a line is longer than 2047 bytes', start, this.#lineEnd(start));
    return false;
  }

  /** The name of the section whose `[` comes next, or undefined after a fault. */
  #section(): string | undefined {
    const start = this.#buffer.offset;
    this.#buffer.skip();
    if (!this.#beginStep()) return undefined;
    const name = this.#buffer.readThrough(']');
    if (!name.endsWith(']')) {
      return this.#fail('a section name is not closed with `]`', start, this.#lineEnd(start));
    }
    if (!this.#beginStep()) return undefined;
    const restStart = this.#buffer.offset;
    const rest = trimBlanks(this.#buffer.readThrough('\n'));
    if (rest === '') return name.slice(0, -1);
    const garbage = this.#text.indexOf(rest, restStart);
    return this.#fail(`text follows \`[${name}\` on its line`, garbage, garbage + rest.length);
  }

  #comment(): boolean {
    this.#buffer.skip();
    if (!this.#beginStep()) return false;
    // A backslash carries a comment on, too, and one blank may follow it.
    while (/\\ ?$/.test(this.#readLine())) {}
    return true;
  }

  #option(section: string): boolean {
    const start = this.#buffer.offset;
    if (!this.#beginStep()) return false;
    let name = '';
    for (;;) {
      const character = this.#buffer.peek();
      if (character === undefined || character === '\n' || character === '\r') {
        this.#fail('an option has no `=`', start, this.#buffer.offset);
        return false;
      }
      this.#buffer.skip();
      if (character === '=') break;
      name += character;
    }
    let value = '';
    let end = this.#buffer.offset;
    let carriesOn = true;
    while (carriesOn) {
      if (!this.#beginStep()) return false;
      const lineStart = this.#buffer.offset;
      const line = this.#readLine();
      const isBlank = !notBlankCharacter.test(line);
      carriesOn = !isBlank && line.endsWith('\\');
      if (isBlank) continue;
      end = lineStart + line.length;
      const ended = this.#buffer.offset === this.#text.length && !this.#text.endsWith('\n');
      value += carriesOn && !ended ? `${line}\n` : line;
    }
    // A value whose last line carries on into nothing keeps the line feed.
    const trimmed = trimBlanks(value) + (value.endsWith('\n') ? '\n' : '');
    this.options.push({ section, name: trimBlanks(name), value: trimmed, range: { start, end } });
    return true;
  }

  /** The rest of the line without its line feed; a CR before that stays, one at the very end of the text goes. */
  #readLine(): string {
    const line = this.#buffer.readThrough('\n');
    return line.endsWith('\n') || line.endsWith('\r') ? line.slice(0, -1) : line;
  }

  #lineEnd(start: number): number {
    const end = this.#text.slice(start).search(/[\r\n]/);
    return end < 0 ? this.#text.length : start + end;
  }

  #fail(message: string, start: number, end: number): undefined {
    this.error = { message, range: { start, end } };
  }
}

/** `text` without white space at both ends, in Go's sense. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blankCharacter.test(text.charAt(start))) start++;
  while (end > start && blankCharacter.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

/**
 * A text read through a buffer of 4096 bytes, as Go's bufio.Reader does it. The text is all there, of course; the buffer
 * is only reckoned with, because the reference notices long lines by what happens to lie in it.
 */
class BufferedText {
  /** UTF-16 offset of the next character. */
  offset = 0;
  readonly #text: string;
  readonly #byteLength: number;
  /** The same offset in bytes, and how far the buffer reaches. */
  #byte = 0;
  #bufferEnd = 0;
  /** The first line break at or after the offset, when it is known: UTF-16 offset and byte. */
  #breakOffset = -1;
  #breakByte = -1;

  constructor(text: string) {
    this.#text = text;
    this.#byteLength = utf8Length(text);
  }

  /** The next character (a whole code point) without reading it, or undefined at the end. Refills an empty buffer. */
  peek(): string | undefined {
    const point = this.#text.codePointAt(this.offset);
    if (point === undefined) return undefined;
    const character = String.fromCodePoint(point);
    if (this.#byte + utf8Length(character) > this.#bufferEnd) this.#fill();
    return character;
  }

  /** Reads the character that `peek` showed. */
  skip(): void {
    const width = (this.#text.codePointAt(this.offset) ?? 0) > 0xffff ? 2 : 1;
    this.#byte += utf8Length(this.#text, this.offset, this.offset + width);
    this.offset += width;
  }

  /** Reads up to and with the next `delimiter`, or up to the end when there is none. */
  readThrough(delimiter: string): string {
    const found = this.#text.indexOf(delimiter, this.offset);
    const end = found < 0 ? this.#text.length : found + delimiter.length;
    const endByte = this.#byte + utf8Length(this.#text, this.offset, end);
    while (this.#bufferEnd < endByte) {
      // A full buffer without the delimiter is taken out as a whole.
      if (this.#bufferEnd - this.#byte >= bufferSize) this.#byte = this.#bufferEnd;
      this.#fill();
    }
    const read = this.#text.slice(this.offset, end);
    this.offset = end;
    this.#byte = endByte;
    return read;
  }

  /** Whether the buffer holds 2048 unread bytes or more, and the next 2048 of them have no CR or LF. */
  lineTooLong(): boolean {
    if (this.#bufferEnd - this.#byte < lineMax) return false;
    if (this.#breakOffset < this.offset) this.#findBreak();
    return this.#breakByte - this.#byte >= lineMax;
  }

  #fill(): void {
    this.#bufferEnd = Math.min(this.#byteLength, this.#byte + bufferSize);
  }

  #findBreak(): void {
    let at = this.offset;
    while (at < this.#text.length && this.#text[at] !== '\n' && this.#text[at] !== '\r') at++;
    this.#breakOffset = at;
    this.#breakByte = this.#byte + utf8Length(this.#text, this.offset, at);
  }
}
