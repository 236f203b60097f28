// Puts the tree of a unit file together from what the parser recognises, line by line.
import type { SourceRange } from '../../text/range.ts';
import {
  type Assignment,
  type HeaderError,
  type Piece,
  type Section,
  type Stray,
  type UnitTree,
  UnitValue,
} from './tree.ts';

/** What the builder needs of a token of the lexer. */
export interface Lexeme {
  readonly image: string;
  readonly startOffset: number;
  readonly tokenType: { readonly name: string };
}

interface OpenSection extends Omit<Section, 'range' | 'assignments'> {
  readonly assignments: Assignment[];
}

export class TreeBuilder {
  readonly #text: string;
  readonly #sections: OpenSection[] = [];
  readonly #orphans: Assignment[] = [];
  readonly #comments: SourceRange[] = [];
  readonly #strays: Stray[] = [];
  readonly #errors: HeaderError[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  finish(): UnitTree {
    const sections = this.#sections.map((section, index) => {
      const next = this.#sections[index + 1]?.headerRange.start ?? this.#text.length;
      return { ...section, range: { start: section.headerRange.start, end: trimEnd(this.#text, next) } };
    });
    const [orphans, comments, strays, errors] = [this.#orphans, this.#comments, this.#strays, this.#errors];
    return { text: this.#text, sections, orphans, comments, strays, errors };
  }

  comment(token: Lexeme): void {
    this.#comments.push(rangeOf(token));
  }

  section(token: Lexeme): void {
    const start = token.startOffset;
    const headerRange = { start, end: start + trimEnd(token.image, token.image.length) };
    const isClosed = this.#text[headerRange.end - 1] === ']' && headerRange.end > start + 1;
    const nameRange = { start: start + 1, end: isClosed ? headerRange.end - 1 : headerRange.end };
    const name = this.#text.slice(nameRange.start, nameRange.end);
    if (!isClosed) this.#errors.push({ kind: 'unclosed', range: headerRange });
    else if (/[\u0000-\u001f\u007f"'\\]/.test(name)) this.#errors.push({ kind: 'control-character', range: nameRange });
    const isBroken = this.#errors.at(-1)?.range.start === (isClosed ? nameRange : headerRange).start;
    this.#sections.push({ name, nameRange, headerRange, isBroken, assignments: [] });
  }

  assignment(key: Lexeme, sign: Lexeme, pieces: readonly Lexeme[]): void {
    const keyRange = { start: key.startOffset, end: key.startOffset + trimEnd(key.image, key.image.length) };
    const value = this.#value(sign.startOffset + 1, pieces);
    const range = { start: keyRange.start, end: Math.max(value.range.end, sign.startOffset + 1) };
    const name = this.#text.slice(keyRange.start, keyRange.end);
    (this.#sections.at(-1)?.assignments ?? this.#orphans).push({ key: name, keyRange, range, value });
  }

  stray(kind: Stray['kind'], token: Lexeme, last: Lexeme = token): void {
    const end = trimEnd(this.#text, last.startOffset + last.image.length);
    const range = { start: token.startOffset, end: Math.max(end, token.startOffset + 1) };
    this.#strays.push({ kind, range, section: this.#sections.at(-1)?.name });
  }

  /** Joins the lines of a value: the backslash is a blank, comments in between are nothing. */
  #value(start: number, tokens: readonly Lexeme[]): UnitValue {
    const pieces: Piece[] = [];
    let text = '';
    for (const token of tokens) {
      const { image, startOffset } = token;
      const { name } = token.tokenType;
      if (name === 'InnerComment') {
        const lead = image.length - image.trimStart().length;
        this.#comments.push({ start: startOffset + lead, end: startOffset + trimEnd(image, image.length) });
        continue;
      }
      const part = name === 'Continuation' ? ' ' : image;
      pieces.push({ at: text.length, range: { start: startOffset, end: startOffset + part.length } });
      text += part;
    }
    return trimmed(text, pieces, start);
  }
}

/** A value without the blanks around it. `start`: where an empty one stands. */
function trimmed(text: string, pieces: readonly Piece[], start: number): UnitValue {
  const end = trimEnd(text, text.length);
  let lead = 0;
  while (lead < end && isBlank(text.charCodeAt(lead))) lead++;
  if (lead >= end) return new UnitValue('', { start, end: start }, []);
  const kept = pieces.flatMap(({ at, range }): Piece[] => {
    const cut = Math.max(0, lead - at);
    if (range.start + cut >= range.end && cut > 0) return [];
    return [{ at: at + cut - lead, range: { start: range.start + cut, end: range.end } }];
  });
  const value = new UnitValue(text.slice(lead, end), { start, end: start }, kept);
  return new UnitValue(value.text, value.rangeOf(0, end - lead), kept);
}

function rangeOf({ startOffset, image }: Lexeme): SourceRange {
  return { start: startOffset, end: startOffset + trimEnd(image, image.length) };
}

/** The end of a text without the white space that `end` follows. */
function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function isSpace(unit: number): boolean {
  return isBlank(unit) || unit === 10 || unit === 13 || unit === 0;
}
