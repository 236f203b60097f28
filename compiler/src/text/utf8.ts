// UTF-8 by hand: the core has neither Buffer nor TextEncoder. Bytes that are not UTF-8 become one U+FFFD each, as in Go,
// where TextDecoder would put one for a whole broken sequence. Never throws, never strips a byte order mark.

const replacement = 0xfffd;
/** Units per `String.fromCharCode` call: large enough to be cheap, small enough for every engine's argument limit. */
const chunkUnits = 8192;

/** The UTF-8 bytes of `text`. A lone surrogate gives the bytes of U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Length(text));
  if (bytes.length === text.length) {
    for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  }
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    const point = pointAt(text, i, unit);
    if (point > 0xffff) i++;
    at = writePoint(bytes, at, point);
  }
  return bytes;
}

/**
 * How many bytes the UTF-8 form of `text` takes, without making it. A lone surrogate counts three (as U+FFFD).
 * `start` and `end` are UTF-16 offsets; they must not split a surrogate pair.
 */
export function utf8Length(text: string, start = 0, end = text.length): number {
  let length = end - start;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) {
      length += 1;
      continue;
    }
    length += 2;
    // A pair is two units and four bytes: the two already counted for its first unit are all that it adds.
    if (isHighSurrogate(unit) && i + 1 < end && isLowSurrogate(text.charCodeAt(i + 1))) i++;
  }
  return length;
}

/** The text of `bytes`; every byte that is not part of valid UTF-8 becomes one U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  let text = '';
  const units = new Uint16Array(Math.min(bytes.length, chunkUnits));
  let count = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      units[count++] = byte;
      at++;
    } else {
      const length = sequenceLength(bytes, at);
      const point = length === 0 ? replacement : readPoint(bytes, at, length);
      at += Math.max(length, 1);
      if (point > 0xffff) {
        units[count++] = 0xd800 + ((point - 0x10000) >> 10);
        units[count++] = 0xdc00 + ((point - 0x10000) & 0x3ff);
      } else units[count++] = point;
    }
    // One unit is kept free, so that a pair always fits.
    if (count >= chunkUnits - 1) {
      text += String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
      count = 0;
    }
  }
  return text + String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]);
}

/** Whether `bytes` is valid UTF-8 as Go sees it: no surrogates, no overlong forms, nothing above U+10FFFF. */
export function isUtf8(bytes: Uint8Array): boolean {
  return invalidUtf8At(bytes, 0) === bytes.length;
}

/** The index of the first byte at or after `start` that is not part of valid UTF-8; `bytes.length` when there is none. */
export function invalidUtf8At(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at++;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
  return at;
}

/** The length in bytes of the valid sequence of a non-ASCII character at `at`, or 0 (Go's utf8.DecodeRune). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4 || !isContinuation(second)) return 0;
  if (first < 0xe0) return 2;
  if (!isContinuation(bytes[at + 2] ?? 0)) return 0;
  if (first < 0xf0) {
    // E0 80..9F is overlong, ED A0..BF a surrogate.
    return (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) ? 0 : 3;
  }
  if (!isContinuation(bytes[at + 3] ?? 0)) return 0;
  // F0 80..8F is overlong, F4 90..BF above U+10FFFF.
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : 4;
}

function readPoint(bytes: Uint8Array, at: number, length: number): number {
  // The lead byte carries 5, 4 or 3 bits for 2, 3 or 4 bytes.
  let point = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return point;
}

function writePoint(bytes: Uint8Array, start: number, point: number): number {
  let at = start;
  if (point < 0x800) bytes[at++] = 0xc0 | (point >> 6);
  else {
    if (point < 0x10000) bytes[at++] = 0xe0 | (point >> 12);
    else {
      bytes[at++] = 0xf0 | (point >> 18);
      bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
    }
    bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
  }
  bytes[at++] = 0x80 | (point & 0x3f);
  return at;
}

function pointAt(text: string, index: number, unit: number): number {
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  const next = text.charCodeAt(index + 1);
  if (!isHighSurrogate(unit) || !isLowSurrogate(next)) return replacement;
  return 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
