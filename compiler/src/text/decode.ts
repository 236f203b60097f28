// Bytes to text: UTF-8 with or without a byte order mark, or UTF-16 that a mark announces, as the reference reads its input.
// What is not valid becomes U+FFFD and a problem at its exact place. Never throws; never judges characters as such.
import { decodeUtf8, invalidUtf8At } from './utf8.ts';

/** A place in the decoded text where the bytes made no sense. */
export interface DecodeProblem {
  /** UTF-16 offset in the decoded text. */
  readonly offset: number;
  /** How many units of the decoded text stand for the bad bytes. */
  readonly length: number;
  /** Offset of the first bad byte in the file. */
  readonly byteOffset: number;
  readonly encoding: 'utf-8' | 'utf-16';
}

export interface DecodedText {
  /** The whole text; a byte order mark stays as U+FEFF in front, so that offsets count what the file holds. */
  readonly text: string;
  readonly problems: readonly DecodeProblem[];
}

/** The standard decoder where the host has one: ten times faster on large files. */
declare const TextDecoder:
  | (new (
      label: string,
      options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
    ) => { decode(bytes: Uint8Array): string })
  | undefined;

const replacement = 0xfffd;
const byteOrderMark = 0xfeff;
const chunkUnits = 8192;
/** More places than this tell nobody more; a binary file has millions. */
const mostProblems = 100;
/** What every JavaScript engine can hold in one string. */
const longestText = 0x1fffffe8;

/** Decodes a whole file. `problems` are in order of their places, neighbouring bad bytes make one. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes.length > longestText) {
    return { text: '', problems: [{ offset: 0, length: 0, byteOffset: longestText, encoding: 'utf-8' }] };
  }
  const first = bytes[0];
  const second = bytes[1];
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes, 0);
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes, 1);
  const text = decodeStrictly(bytes);
  return text === undefined ? decodeBrokenUtf8(bytes) : { text, problems: [] };
}

/** The text of valid UTF-8; undefined when it is not valid. */
function decodeStrictly(bytes: Uint8Array): string | undefined {
  if (typeof TextDecoder === 'undefined') {
    return invalidUtf8At(bytes, 0) === bytes.length ? decodeUtf8(bytes) : undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeBrokenUtf8(bytes: Uint8Array): DecodedText {
  const problems = new ProblemList('utf-8');
  let offset = 0;
  let at = 0;
  while (!problems.isFull) {
    const bad = invalidUtf8At(bytes, at);
    offset += utf16Length(bytes, at, bad);
    if (bad === bytes.length) break;
    problems.add(offset, 1, bad);
    offset++;
    at = bad + 1;
  }
  return { text: decodeUtf8(bytes), problems: problems.list };
}

/** How many UTF-16 units a valid piece of UTF-8 gives: one for each lead byte, two for those of four bytes. */
function utf16Length(bytes: Uint8Array, start: number, end: number): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}

/** UTF-16 behind a byte order mark; `high` is the index of the high byte in each pair. */
function decodeUtf16(bytes: Uint8Array, start: 0 | 1): DecodedText {
  const problems = new ProblemList('utf-16');
  const isBigEndian = start === 1;
  const unitAt = (at: number): number => {
    const one = bytes[at] ?? 0;
    const other = bytes[at + 1] ?? 0;
    return isBigEndian ? (one << 8) | other : (other << 8) | one;
  };
  const parts: string[] = [];
  const chunk = new Uint16Array(chunkUnits);
  chunk[0] = byteOrderMark;
  let count = 1;
  let length = 1;
  for (let at = 2; at < bytes.length; at += 2) {
    let unit = at + 1 < bytes.length ? unitAt(at) : replacement;
    const isPair = isHigh(unit) && at + 3 < bytes.length && isLow(unitAt(at + 2));
    const isBroken = at + 1 === bytes.length || (!isPair && unit >= 0xd800 && unit <= 0xdfff);
    if (isBroken) {
      problems.add(length, 1, at);
      unit = replacement;
    }
    chunk[count++] = unit;
    length++;
    if (isPair) {
      at += 2;
      chunk[count++] = unitAt(at);
      length++;
    }
    // One unit is kept free, so that a pair always fits.
    if (count >= chunkUnits - 1) {
      parts.push(textOf(chunk, count));
      count = 0;
    }
  }
  parts.push(textOf(chunk, count));
  return { text: parts.join(''), problems: problems.list };
}

function textOf(units: Uint16Array, count: number): string {
  return String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

class ProblemList {
  readonly list: DecodeProblem[] = [];
  readonly #encoding: DecodeProblem['encoding'];

  constructor(encoding: DecodeProblem['encoding']) {
    this.#encoding = encoding;
  }

  get isFull(): boolean {
    return this.list.length >= mostProblems;
  }

  /** Adds a place, or makes the last one longer when it ends here. */
  add(offset: number, length: number, byteOffset: number): void {
    const last = this.list.at(-1);
    if (last && last.offset + last.length === offset) {
      this.list[this.list.length - 1] = { ...last, length: last.length + length };
    } else if (!this.isFull) {
      this.list.push({ offset, length, byteOffset, encoding: this.#encoding });
    }
  }
}
