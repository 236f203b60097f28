// A text while it is written. Kept as pieces until the end: a text that grows by `+=` is copied as a whole whenever somebody looks
// at its end, which the printer does for every entry.

const byteOrderMark = '\ufeff';

/** A text that grows at its end. */
export class GrowingText {
  readonly #pieces: string[] = [];
  #length = 0;
  #lineStart = 0;

  /** Offset of what comes next. */
  get length(): number {
    return this.#length;
  }

  /** The column of what comes next; a byte order mark takes none. */
  get column(): number {
    const hasMark = this.#lineStart === 0 && this.#pieces[0]?.startsWith(byteOrderMark) === true;
    return this.#length - this.#lineStart - (hasMark ? 1 : 0);
  }

  /** Whether there is nothing to see so far. */
  get isBlank(): boolean {
    return this.#length === 0 || (this.#length === 1 && this.#pieces[0] === byteOrderMark);
  }

  get endsWithSpace(): boolean {
    return this.#pieces.at(-1)?.endsWith(' ') === true;
  }

  /** Puts `text` behind what is there. */
  add(text: string): void {
    if (text === '') return;
    const lineBreak = text.lastIndexOf('\n');
    if (lineBreak >= 0) this.#lineStart = this.#length + lineBreak + 1;
    this.#pieces.push(text);
    this.#length += text.length;
  }

  /** Takes white space off the end. */
  trimEnd(): void {
    for (let last = this.#pieces.pop(); last !== undefined; last = this.#pieces.pop()) {
      const rest = last.trimEnd();
      this.#length -= last.length - rest.length;
      if (rest === '') continue;
      this.#pieces.push(rest);
      break;
    }
    if (this.#lineStart > this.#length) this.#findLine();
  }

  toString(): string {
    return this.#pieces.join('');
  }

  #findLine(): void {
    let start = this.#length;
    for (const piece of this.#pieces.toReversed()) {
      start -= piece.length;
      const lineBreak = piece.lastIndexOf('\n');
      if (lineBreak < 0) continue;
      this.#lineStart = start + lineBreak + 1;
      return;
    }
    this.#lineStart = 0;
  }
}
