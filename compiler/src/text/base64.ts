// Standard base64 by hand: the core has neither Buffer nor atob. Decoding is that of Go's StdEncoding. Never throws.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const padding = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Characters per `String.fromCharCode` call; a multiple of four. */
const chunkCharacters = 8192;

const characterOf: readonly number[] = Array.from(alphabet, (character) => character.charCodeAt(0));
const notInAlphabet = 0xff;
const sextetOf = sextets();

/** `bytes` in standard base64, padded, in one line. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  const characters = new Uint8Array(Math.min(base64Length(bytes.length), chunkCharacters));
  let count = 0;
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    characters[count++] = characterOf[group >> 18] ?? 0;
    characters[count++] = characterOf[(group >> 12) & 63] ?? 0;
    characters[count++] = left > 1 ? (characterOf[(group >> 6) & 63] ?? 0) : padding;
    characters[count++] = left > 2 ? (characterOf[group & 63] ?? 0) : padding;
    if (count === chunkCharacters) {
      text += asciiText(characters);
      count = 0;
    }
  }
  return text + asciiText(characters.subarray(0, count));
}

/** How many characters `encodeBase64` gives for so many bytes. */
export function base64Length(byteCount: number): number {
  return Math.ceil(byteCount / 3) * 4;
}

/**
 * The bytes of a base64 text, or undefined when it is none: only the standard alphabet, padding required, nothing after it.
 * Line feeds and carriage returns are skipped wherever they stand and the unused bits of the last group are not looked at,
 * as in Go's StdEncoding, which the reference uses for `!!binary` and for data URLs.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(Math.floor(text.length / 4) * 3);
  let at = 0;
  let group = 0;
  let sextet = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    const value = unit < 128 ? (sextetOf[unit] ?? notInAlphabet) : notInAlphabet;
    if (value === notInAlphabet) {
      if (unit === lineFeed || unit === carriageReturn) continue;
      if (unit !== padding || sextet < 2 || !endsWithPadding(text, i, 4 - sextet)) return undefined;
      if (sextet === 3) bytes[at + 1] = (group >> 2) & 0xff;
      bytes[at] = group >> (sextet === 3 ? 10 : 4);
      return bytes.subarray(0, at + sextet - 1);
    }
    group = (group << 6) | value;
    if (++sextet < 4) continue;
    bytes[at] = group >> 16;
    bytes[at + 1] = group >> 8;
    bytes[at + 2] = group;
    at += 3;
    group = 0;
    sextet = 0;
  }
  return sextet === 0 ? bytes.subarray(0, at) : undefined;
}

/** Whether `text` has from `start` on exactly `count` padding characters, with line breaks among and after them at most. */
function endsWithPadding(text: string, start: number, count: number): boolean {
  let left = count;
  for (let i = start; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === padding) left--;
    else if (unit !== lineFeed && unit !== carriageReturn) return false;
  }
  return left === 0;
}

function asciiText(characters: Uint8Array): string {
  return String.fromCharCode.apply(null, characters as unknown as number[]);
}

function sextets(): Uint8Array {
  const table = new Uint8Array(128).fill(notInAlphabet);
  for (const [value, character] of characterOf.entries()) table[character] = value;
  return table;
}
