// A text inside a text: maps the content of a scalar, as it is after escapes, folding, indentation and chomping, to where
// each of its characters is written, and back. Works for YAML and for the strings of JSON. Knows no language and no spec.
import { backslash, doubleQuote, isBlank, isBreak, singleQuote } from '../syntax/characters.ts';
import type { ScalarNode, ScalarStyle } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';
import { readBlock } from './region-block.ts';
import { type Break, RegionBuilder, type Segment, takeBreak } from './region-builder.ts';

export interface Region {
  /** The content of the scalar. Inner offsets count its UTF-16 units. */
  readonly text: string;
  /** Where the character at an inner offset starts; at the end of the content, where the content ends. */
  toSource(offset: number): number;
  /** Where a piece of the content is written, from its first character to its last. */
  toSourceRange(range: SourceRange): SourceRange;
  /** The inner offset of a place in the source; undefined where no content is written, as in the indentation. */
  toInner(offset: number): number | undefined;
  /** How a piece of content without line breaks is to be written there: with the escapes that the quotes ask for. */
  write(text: string): string;
}

/**
 * The content of a scalar of `source`. Undefined when it cannot be mapped, which happens only to scalars with a fault: those
 * whose text is not what is written.
 */
export function regionOf(node: ScalarNode, source: string): Region | undefined {
  const { style } = node;
  const { start, end } = node.valueRange;
  const builder = new RegionBuilder(source, node.text);
  if (style === 'literal' || style === 'folded') readBlock(builder, start, style === 'folded');
  else if (style === 'plain') readFlow(builder, start, end, undefined);
  else readFlow(builder, start + 1, end - 1, style === 'single' ? singleQuote : doubleQuote);
  const read = builder.isComplete || style !== 'double' ? builder : readJsonString(node, source);
  const contentStart = style === 'plain' ? start : Math.min(start + 1, end);
  return read.isComplete ? new MappedRegion(node.text, read.segments, contentStart, style) : undefined;
}

/** The scalar as it is written, for one of a view too; undefined for what a view shows in place of an alias. */
export function writtenScalar(node: ScalarNode): ScalarNode | undefined {
  const { written = node } = node;
  return written.range === node.range ? written : undefined;
}

class MappedRegion implements Region {
  readonly text: string;
  readonly #segments: readonly Segment[];
  readonly #empty: number;
  readonly #style: ScalarStyle;

  /** `empty` is the place of a content without characters. */
  constructor(text: string, segments: readonly Segment[], empty: number, style: ScalarStyle) {
    this.text = text;
    this.#segments = segments;
    this.#empty = empty;
    this.#style = style;
  }

  write(text: string): string {
    // The escapes of JSON are escapes of YAML too.
    if (this.#style === 'double') return JSON.stringify(text).slice(1, -1);
    return this.#style === 'single' ? text.replaceAll("'", "''") : text;
  }

  toSource(offset: number): number {
    if (offset >= this.text.length) return this.#endOf(offset);
    const segment = this.#at(offset, innerStart);
    if (segment === undefined) return this.#empty;
    return segment.isCopy ? segment.outer.start + offset - segment.inner.start : segment.outer.start;
  }

  toSourceRange({ start, end }: SourceRange): SourceRange {
    const from = this.toSource(start);
    return { start: from, end: end > start ? this.#endOf(end) : from };
  }

  toInner(offset: number): number | undefined {
    const segment = this.#at(offset, outerStart);
    if (segment === undefined) return this.text === '' && offset === this.#empty ? 0 : undefined;
    const { inner, outer, isCopy } = segment;
    if (offset > outer.end) return undefined;
    if (offset === outer.end) return inner.end;
    return isCopy ? inner.start + offset - outer.start : inner.start;
  }

  /** Where the character before an inner offset ends. */
  #endOf(offset: number): number {
    const last = Math.min(offset, this.text.length);
    const segment = this.#at(last - 1, innerStart);
    if (segment === undefined) return this.#empty;
    return segment.isCopy ? segment.outer.start + last - segment.inner.start : segment.outer.end;
  }

  /** The last segment that starts at or before an offset. */
  #at(offset: number, startOf: (segment: Segment) => number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const segment = this.#segments[middle];
      if (segment && startOf(segment) <= offset) low = middle + 1;
      else high = middle;
    }
    return this.#segments[low - 1];
  }
}

function innerStart(segment: Segment): number {
  return segment.inner.start;
}

function outerStart(segment: Segment): number {
  return segment.outer.start;
}

/** Reads a plain scalar (`quote` undefined) or the inside of a quoted one. */
function readFlow(builder: RegionBuilder, start: number, end: number, quote: number | undefined): void {
  let at = start;
  while (at < end && builder.isFitting) {
    const unit = builder.source.charCodeAt(at);
    if (unit === singleQuote && quote === singleQuote) {
      builder.replace(1, at, at + 2);
      at += 2;
    } else if (unit === backslash && quote === doubleQuote) {
      at = readEscape(builder, at, end);
    } else if (isBlank(unit) || isBreak(unit)) {
      at = readBlanks(builder, at, end, false);
    } else {
      const from = at;
      while (at < end && !isSpecial(builder.source.charCodeAt(at), quote)) at++;
      builder.copy(from, at);
    }
  }
}

/** JSON has characters in its strings that are line breaks to YAML, and folds none. */
function readJsonString({ text, valueRange: { start, end } }: ScalarNode, source: string): RegionBuilder {
  const builder = new RegionBuilder(source, text);
  let at = start + 1;
  while (at < end - 1 && builder.isFitting) {
    const found = source.indexOf('\\', at);
    const stop = found < 0 ? end - 1 : Math.min(found, end - 1);
    builder.copy(at, stop);
    at = stop < end - 1 ? readEscape(builder, stop, end - 1) : stop;
  }
  return builder;
}

function isSpecial(unit: number, quote: number | undefined): boolean {
  if (isBlank(unit) || isBreak(unit)) return true;
  return quote === doubleQuote ? unit === backslash : quote === singleQuote && unit === singleQuote;
}

/**
 * Reads blanks and line breaks. Blanks alone are content; around line breaks they are not, and the breaks are folded: one
 * becomes a blank, of several the first one goes. `isEscaped`: a break was escaped before.
 */
function readBlanks(builder: RegionBuilder, start: number, end: number, isEscaped: boolean): number {
  const breaks: Break[] = [];
  let at = start;
  while (at < end) {
    const unit = builder.source.charCodeAt(at);
    if (isBlank(unit)) at++;
    else if (isBreak(unit)) {
      const taken = takeBreak(builder.source, at);
      breaks.push(taken);
      at = taken.end;
    } else break;
  }
  const [first, ...more] = breaks;
  if (first === undefined) {
    if (!isEscaped) builder.copy(start, at);
  } else if (isEscaped || !first.folds) builder.breaks(breaks);
  else if (more.length > 0) builder.breaks(more);
  else builder.replace(1, first.start, first.end);
  return at;
}

/** Escapes of a code point, with their length. */
const codeLengths: ReadonlyMap<string, number> = new Map([
  ['x', 4],
  ['u', 6],
  ['U', 10],
]);

function readEscape(builder: RegionBuilder, at: number, end: number): number {
  const letter = builder.source.charAt(at + 1);
  if (isBreak(letter.charCodeAt(0))) {
    const { end: next } = takeBreak(builder.source, at + 1);
    return readBlanks(builder, next, end, true);
  }
  const stop = at + (codeLengths.get(letter) ?? 2);
  // What the escape stands for is known from the content; only `\U` can be two units long.
  const isPair = letter === 'U' && (builder.expected.codePointAt(builder.length) ?? 0) > 0xffff;
  builder.replace(isPair ? 2 : 1, at, stop);
  return stop;
}
