// Contents as data URLs: the choice among percent-escapes, base64 and gzip, and the way back. The reference's choice is
// followed to the letter, since the output has to be byte-identical. Never packs or unpacks anything itself: gzip comes
// from the host, and a decoded URL's compression is the caller's business.
import { base64Length, decodeBase64, encodeBase64 } from '../text/base64.ts';
import { decodeUtf8 } from '../text/utf8.ts';

/** gzip with the best compression of zlib (level 9). */
export type Gzipper = (bytes: Uint8Array) => Uint8Array;

export interface EncodedDataUrl {
  /** The whole URL, `data:` included. */
  readonly source: string;
  /** What Ignition's `compression` has to say about the bytes. */
  readonly compression: 'gzip' | '';
}

export type DecodedDataUrl =
  /** `mediaType` is type and subtype without parameters, `text/plain` when not given. */
  { readonly bytes: Uint8Array; readonly mediaType: string } | { readonly error: string };

const base64Mark = ';base64,';
/**
 * How much longer than zlib's (level 9) the reference's gzip is counted, by the kind of zlib's first block. Its coder ends
 * with an empty stored block, which zlib leaves out: four bytes, and three bits that often fit into the last byte; and it
 * does slightly better than zlib with the fixed code. Measured against it on 13000 texts near the limit, these two
 * numbers choose otherwise in 0.5 %, a flat 5 in 1.4 %. Only a port of the coder would be exact.
 */
const extraOfFixedCode = 3;
const extraOfOwnCode = 5;
/** What gzip has to save, in characters, before the reference takes it. */
const gzipMargin = 4;
/** The least that any gzip counts: header, trailer, an empty deflate stream. */
const leastGzipLength = 10 + 8 + 2 + extraOfFixedCode;

const percent = 0x25;
const hexDigits = '0123456789ABCDEF';
/** Characters that a byte takes when percent-escaped. */
const escapedLengths = lengthTable("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()");

/**
 * The shortest data URL of `bytes` as the reference finds it: percent-escapes unless base64 is strictly
 * shorter, and base64 of the gzip if that saves more than four characters. Without a gzipper only the first two compete.
 */
export function encodeDataUrl(bytes: Uint8Array, gzip: Gzipper | undefined): EncodedDataUrl {
  const inPercent = 1 + percentLength(bytes);
  const inBase64 = base64UrlLength(bytes.length);
  const best = Math.min(inPercent, inBase64);
  if (gzip && base64UrlLength(leastGzipLength) + gzipMargin < best) {
    const packed = gzip(bytes);
    if (base64UrlLength(countedLength(packed)) + gzipMargin < best) {
      return { source: `data:${base64Mark}${encodeBase64(packed)}`, compression: 'gzip' };
    }
  }
  if (inBase64 < inPercent) return { source: `data:${base64Mark}${encodeBase64(bytes)}`, compression: '' };
  return { source: encodePercentDataUrl(bytes), compression: '' };
}

/** The data URL of `bytes` in percent-escapes, whatever its length: what fcos 1.0.0 makes of every inline text. */
export function encodePercentDataUrl(bytes: Uint8Array): string {
  return `data:,${percentEscape(bytes)}`;
}

/** `bytes` as text: `a-z A-Z 0-9 - _ . ! ~ * ' ( )` as they are, all others as `%` and two upper-case hex digits. */
export function percentEscape(bytes: Uint8Array): string {
  const escaped = new Uint8Array(percentLength(bytes));
  if (escaped.length === bytes.length) return decodeUtf8(bytes);
  let at = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (escapedLengths[byte] === 1) {
      escaped[at++] = byte;
      continue;
    }
    escaped[at++] = percent;
    escaped[at++] = hexDigits.charCodeAt(byte >> 4);
    escaped[at++] = hexDigits.charCodeAt(byte & 15);
  }
  return decodeUtf8(escaped);
}

/**
 * What a data URL holds, or why it is none (lower case, no full stop). The grammar is that of the library which Ignition
 * uses (github.com/vincent-petithory/dataurl 1.0), its oddities included; `data:` must be written in lower case.
 */
export function decodeDataUrl(url: string): DecodedDataUrl {
  if (!url.startsWith('data:')) return { error: 'it does not start with `data:` in lower case' };
  const head = readHead(url);
  if (typeof head === 'string') return { error: head };
  const { mediaType } = head;
  const data = url.slice(head.dataStart);
  if (head.base64) {
    // Go's base64 reader would skip a CR, but the URL library lets only LF through to it.
    const bytes = data.includes('\r') ? undefined : decodeBase64(data);
    return bytes ? { bytes, mediaType } : { error: 'what follows `;base64,` is not padded standard base64' };
  }
  const odd = /[^!$-;=?-Z_a-z~]/.exec(data);
  if (odd) return { error: `${nameOf(odd[0])} has to be percent-escaped in its data` };
  const bytes = percentUnescape(data);
  return bytes ? { bytes, mediaType } : { error: 'a `%` in its data lacks two hex digits' };
}

interface Head {
  readonly mediaType: string;
  readonly base64: boolean;
  readonly dataStart: number;
}

const token = "[!#$%&'*+.0-9A-Z^_`a-z{|}~-]";
const typePattern = new RegExp(`(?:[xX]-|text|image|audio|video|application|message|multipart)${token}*/`, 'y');
const subtypePattern = new RegExp(`${token}*`, 'y');
const parameterNamePattern = new RegExp(`;${token}+=`, 'y');
const parameterValuePattern = new RegExp(`${token}+`, 'y');

/** Reads media type and parameters up to the comma; a text says what is wrong with them. */
function readHead(url: string): Head | string {
  let at = 'data:'.length;
  let mediaType = 'text/plain';
  if (url[at] !== ';' && url[at] !== ',') {
    const type = matchAt(typePattern, url, at)?.[0];
    if (type === undefined) {
      return url.includes(',', at)
        ? 'its media type is not of a known kind (text, image, audio, video, application, message, multipart, x-…)'
        : 'it has no comma before its data';
    }
    const subtype = matchAt(subtypePattern, url, at + type.length)?.[0] ?? '';
    mediaType = type + (subtype || 'plain');
    at += type.length + subtype.length;
  }
  // The library forgets to leave its quoted state after an empty quoted value: the next plain value is not unescaped.
  let afterEmptyQuotes = false;
  while (url[at] === ';' && !url.startsWith(base64Mark, at)) {
    const name = matchAt(parameterNamePattern, url, at)?.[0];
    if (name === undefined) return 'its parameters are not of the form `;name=value`, or `;base64` at the end';
    at += name.length;
    const quoted = url[at] === '"';
    const value = quoted ? quotedTextAt(url, at) : matchAt(parameterValuePattern, url, at)?.[0];
    if (value === undefined) return 'a parameter of its media type has no value, or an unclosed or non-ASCII one';
    const good = quoted ? isGoStringBody(value.slice(1, -1)) : afterEmptyQuotes || percentUnescape(value) !== undefined;
    if (!good) return 'a parameter of its media type has a bad escape';
    afterEmptyQuotes = value === '""';
    at += value.length;
  }
  if (url[at] === ';') return { mediaType, base64: true, dataStart: at + base64Mark.length };
  return url[at] === ',' ? { mediaType, base64: false, dataStart: at + 1 } : 'it has no comma before its data';
}

/** The text in double quotes at `start`, quotes included; undefined when it does not end or is not ASCII. */
function quotedTextAt(text: string, start: number): string | undefined {
  for (let i = start + 1; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return undefined;
    if (text[i] === '"') return text.slice(start, i + 1);
    if (text[i] === '\\' && text.charCodeAt(++i) > 0x7f) return undefined;
  }
  return undefined;
}

const goEscapes = /\\(?:[abfnrtv\\"]|x[\dA-Fa-f]{2}|[0-3][0-7]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8})/g;

/** Whether `text` could stand between double quotes in Go; the library reads quoted parameter values that way. */
function isGoStringBody(text: string): boolean {
  let good = !text.includes('\n');
  const rest = text.replace(goEscapes, (found) => {
    if (/^\\[uU]/.test(found)) {
      const point = Number.parseInt(found.slice(2), 16);
      if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) good = false;
    }
    return '';
  });
  return good && !rest.includes('\\');
}

/** The bytes of an ASCII text with percent-escapes, or undefined when a `%` lacks its two digits. */
function percentUnescape(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit !== percent) {
      bytes[at++] = unit;
      continue;
    }
    const high = hexValue(text.charCodeAt(i + 1));
    const low = hexValue(text.charCodeAt(i + 2));
    if (high < 0 || low < 0) return undefined;
    bytes[at++] = high * 16 + low;
    i += 2;
  }
  return bytes.subarray(0, at);
}

function percentLength(bytes: Uint8Array): number {
  let length = 0;
  for (let i = 0; i < bytes.length; i++) length += escapedLengths[bytes[i] ?? 0] ?? 0;
  return length;
}

function base64UrlLength(byteCount: number): number {
  return base64Mark.length + base64Length(byteCount);
}

/** The length that the reference's gzip of the same bytes would have, as near as can be told from zlib's. */
function countedLength(gzip: Uint8Array): number {
  // Ten bytes of header; then one bit "last block" and two bits that tell how the first block is coded: 1 is the fixed code.
  const blockKind = ((gzip[10] ?? 0) >> 1) & 3;
  return gzip.length + (blockKind === 1 ? extraOfFixedCode : extraOfOwnCode);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The value of a hex digit's code, -1 for anything else, NaN (the end of a text) included. */
function hexValue(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}

function nameOf(character: string): string {
  if (character === ' ') return 'a blank';
  return /[!-~]/.test(character) ? `\`${character}\`` : 'a control or non-ASCII character';
}

function lengthTable(kept: string): Uint8Array {
  const table = new Uint8Array(256).fill(3);
  for (let i = 0; i < kept.length; i++) table[kept.charCodeAt(i)] = 1;
  return table;
}
