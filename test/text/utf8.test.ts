import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, invalidUtf8At, isUtf8, utf8Length } from '../../compiler/src/text/utf8.ts';

const texts = fc.string({ unit: 'binary' });
const spicyBytes = fc.uint8Array().map((bytes) => {
  // Plain random bytes seldom come near valid sequences; steer them there.
  const parts = [0x41, 0xc2, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0xf0, 0x9f, 0x98, 0x80, 0xf4, 0x8f, 0x90, 0xc0];
  return bytes.map((byte) => (byte < 224 ? (parts[byte % parts.length] ?? byte) : byte));
});

describe('utf8', () => {
  it.each([
    ['', []],
    ['a', [0x61]],
    ['\u007f\u0080', [0x7f, 0xc2, 0x80]],
    ['\u07ff\u0800', [0xdf, 0xbf, 0xe0, 0xa0, 0x80]],
    ['\uffff', [0xef, 0xbf, 0xbf]],
    ['😀', [0xf0, 0x9f, 0x98, 0x80]],
    ['\u{10ffff}', [0xf4, 0x8f, 0xbf, 0xbf]],
    ['\ufeffa', [0xef, 0xbb, 0xbf, 0x61]],
  ])('encodes and decodes %j', (text, bytes) => {
    expect([...encodeUtf8(text)]).toEqual(bytes);
    expect(decodeUtf8(Uint8Array.from(bytes))).toBe(text);
    expect(utf8Length(text)).toBe(bytes.length);
    expect(isUtf8(Uint8Array.from(bytes))).toBe(true);
  });

  it.each([
    ['lone continuation', [0x80], '\ufffd'],
    ['overlong two', [0xc0, 0xaf], '\ufffd\ufffd'],
    ['overlong three', [0xe0, 0x9f, 0xbf], '\ufffd\ufffd\ufffd'],
    ['overlong four', [0xf0, 0x8f, 0xbf, 0xbf], '\ufffd\ufffd\ufffd\ufffd'],
    ['surrogate', [0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
    ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    ['cut off', [0x61, 0xe2, 0x82], 'a\ufffd\ufffd'],
    ['cut off, then a letter', [0xf0, 0x9f, 0x98, 0x62], '\ufffd\ufffd\ufffdb'],
    ['never used', [0xff, 0xc1, 0xf5], '\ufffd\ufffd\ufffd'],
  ])('gives one U+FFFD per bad byte: %s', (_, bytes, text) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toBe(text);
    expect(isUtf8(Uint8Array.from(bytes))).toBe(false);
  });

  it('finds invalid bytes one after the other', () => {
    const bytes = Uint8Array.from([0x61, 0xc3, 0xa9, 0xff, 0x62, 0x80]);
    expect([0, 4, 6].map((start) => invalidUtf8At(bytes, start))).toEqual([3, 5, 6]);
  });

  it('measures parts of a text', () => {
    expect(utf8Length('aé漢😀b', 1, 5)).toBe(2 + 3 + 4);
  });

  it('writes a lone surrogate as U+FFFD', () => {
    expect(decodeUtf8(encodeUtf8('a\ud800b\udc00'))).toBe('a\ufffdb\ufffd');
  });

  it('agrees with TextEncoder and undoes itself on any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = encodeUtf8(text);
        expect(bytes).toEqual(new TextEncoder().encode(text));
        expect(utf8Length(text)).toBe(bytes.length);
        expect(decodeUtf8(bytes)).toBe(text);
      }),
    );
  });

  it('agrees with TextDecoder on which bytes are valid', () => {
    fc.assert(
      fc.property(spicyBytes, (bytes) => {
        const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
        let expected: string | undefined;
        try {
          expected = strict.decode(bytes);
        } catch {}
        expect(isUtf8(bytes)).toBe(expected !== undefined);
        if (expected !== undefined) expect(decodeUtf8(bytes)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps pairs whole at the seams of long texts', () => {
    const text = `${'a'.repeat(8190)}😀${'b'.repeat(8191)}😀`;
    expect(decodeUtf8(encodeUtf8(text))).toBe(text);
  });
});
