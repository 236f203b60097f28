import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeDataUrl,
  encodeDataUrl,
  encodePercentDataUrl,
  percentEscape,
} from '../../compiler/src/output/data-url.ts';
import { decodeUtf8, encodeUtf8 } from '../../compiler/src/text/utf8.ts';

const gzip = (bytes: Uint8Array): Uint8Array => gzipSync(bytes, { level: 9 });
const encode = (text: string) => encodeDataUrl(encodeUtf8(text), gzip);

describe('encodeDataUrl', () => {
  it.each([
    ['', 'data:,'],
    ['x', 'data:,x'],
    ['hello\n', 'data:,hello%0A'],
    ["a b/ü'", "data:,a%20b%2F%C3%BC'"],
    ["azAZ09-_.!~*'()", "data:,azAZ09-_.!~*'()"],
    ['{{{{}}}}[[[[]]]]', 'data:;base64,e3t7e319fX1bW1tbXV1dXQ=='],
    ['%+/?#&=', 'data:;base64,JSsvPyMmPQ=='],
    ['%+/?#&=abcdefghijklmnop', 'data:,%25%2B%2F%3F%23%26%3Dabcdefghijklmnop'],
  ])('%j without gzip', (text, source) => {
    expect(encode(text)).toEqual({ source, compression: '' });
  });

  it('takes percent-escapes when base64 is just as long', () => {
    // 1 + 3 × 5 + 4 = 8 + 4 × 3
    expect(encode('/////abcd').source).toBe('data:,%2F%2F%2F%2F%2Fabcd');
    expect(encode('//////abc').source).toBe('data:;base64,Ly8vLy8vYWJj');
  });

  it('takes gzip from 48 letters on', () => {
    expect(encode('a'.repeat(47))).toEqual({ source: `data:,${'a'.repeat(47)}`, compression: '' });
    expect(encode('a'.repeat(48)).compression).toBe('gzip');
  });

  it.each([
    // A fake gzip of so many bytes for 60 letters (61 characters): 8 + 4·⌈(n + extra) / 3⌉ + 4 < 61
    ['the fixed code', 0b011, 33, 'gzip'],
    ['the fixed code', 0b011, 34, ''],
    ['a code of its own', 0b101, 31, 'gzip'],
    ['a code of its own', 0b101, 32, ''],
  ])('counts a gzip in %s somewhat longer', (_, blockHead, length, compression) => {
    const packed = new Uint8Array(length);
    packed[10] = blockHead;
    expect(encodeDataUrl(encodeUtf8('a'.repeat(60)), () => packed).compression).toBe(compression);
  });

  it('does not call gzip when it cannot win', () => {
    let calls = 0;
    const counting = (bytes: Uint8Array): Uint8Array => {
      calls++;
      return gzip(bytes);
    };
    encodeDataUrl(encodeUtf8('a'.repeat(40)), counting);
    expect(calls).toBe(0);
  });

  it('never packs without a gzipper', () => {
    expect(encodeDataUrl(encodeUtf8('a'.repeat(99)), undefined).source).toBe(`data:,${'a'.repeat(99)}`);
    expect(encodePercentDataUrl(encodeUtf8('{{'))).toBe('data:,%7B%7B');
  });

  it('is undone by decoding, in either form', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeDataUrl(encodeDataUrl(bytes, undefined).source)).toMatchObject({ bytes });
        expect(decodeDataUrl(encodePercentDataUrl(bytes))).toMatchObject({ bytes });
        expect(percentEscape(bytes)).toMatch(/^(?:[\w.!~*'()-]|%[\dA-F]{2})*$/);
      }),
    );
  });
});

describe('decodeDataUrl', () => {
  it.each([
    ['data:,', '', 'text/plain'],
    ['data:,a?b', 'a?b', 'text/plain'],
    ['data:,a%20b,c;d', 'a b,c;d', 'text/plain'],
    ['data:,%c3%A9', 'é', 'text/plain'],
    ['data:text/plain,x', 'x', 'text/plain'],
    ['data:textual/,x', 'x', 'textual/plain'],
    ['data:image/svg+xml,x', 'x', 'image/svg+xml'],
    ['data:x-a/b,x', 'x', 'x-a/b'],
    ['data:X-/b,x', 'x', 'X-/b'],
    ['data:;charset=x,y', 'y', 'text/plain'],
    ['data:;a=b;c=%41,y', 'y', 'text/plain'],
    ['data:;a="b;,\\"\\x41",y', 'y', 'text/plain'],
    ['data:;a="";b=%zz,y', 'y', 'text/plain'], // the library's quoted state lingers
    ['data:;base64,YQ==', 'a', 'text/plain'],
    ['data:;base64,', '', 'text/plain'],
    ['data:;base64,Y\nQ==', 'a', 'text/plain'],
    ['data:text/x;a=b;base64,YQ==', 'a', 'text/x'],
  ])('reads %j', (url, text, mediaType) => {
    const decoded = decodeDataUrl(url);
    expect(decoded).toMatchObject({ mediaType });
    expect('bytes' in decoded && decodeUtf8(decoded.bytes)).toBe(text);
  });

  it.each([
    'DATA:,x',
    'data',
    'data:',
    'data:x',
    'data:,a#c',
    'data:,a b',
    'data:,é',
    'data:,%zz',
    'data:,%4',
    'data:,a[b]',
    'data:,`',
    'data:,\x7f',
    'data:%zz,x',
    'data:foo/bar,x',
    'data:TEXT/plain,x',
    'data:x/y,x',
    'data:/y,x',
    'data:text,x',
    'data:text/a/b,x',
    'data:text/plain',
    'data:;,x',
    'data:;base64',
    'data:;BASE64,YQ==',
    'data:;a,x',
    'data:;a=,x',
    'data:;a=%zz,x',
    'data:;a="\\q",x',
    'data:;a="\\ud800",x',
    'data:;a="\\400",x',
    'data:;a="\\\'",x',
    'data:;a="b,x',
    'data:;a="é",x',
    'data:;a="b"c,x',
    'data:;a="";b="";c="\\q",x',
    'data:;base64;a=b,YQ==',
    'data:;base64,YQ',
    'data:;base64,Y%51==',
    'data:;base64,YQ=\r=',
    'data:;base64,Y Q==',
    'data:;base64,YQ==YQ==',
  ])('refuses %j', (url) => {
    const decoded = decodeDataUrl(url);
    expect('error' in decoded && decoded.error).toMatch(/^[a-z`].*[^.]$/);
  });
});
