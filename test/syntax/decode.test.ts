import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../compiler/src/text/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...list: readonly (number | string)[]) =>
  Uint8Array.from(list.flatMap((item) => (typeof item === 'number' ? [item] : [...utf8(item)])));

function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return Uint8Array.from(units.flatMap((unit) => (isBigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

describe('valid text', () => {
  test.each(['', 'a', 'é😀\u2028', '\ufeffa: b\n', '\0', 'x'.repeat(20_000)])('%#', (text) => {
    expect(decodeText(utf8(text))).toEqual({ text, problems: [] });
  });

  test('UTF-16 in both orders, announced by a byte order mark that stays', () => {
    const text = `\ufeffa: é😀\n${'x😀'.repeat(9000)}`;
    expect(decodeText(utf16(text, false))).toEqual({ text, problems: [] });
    expect(decodeText(utf16(text, true))).toEqual({ text, problems: [] });
  });
});

describe('bytes that are no text', () => {
  test.each([
    ['a byte that begins nothing', bytes('a', 0xff, 'b'), 'a\ufffdb', [[1, 1, 1]]],
    ['neighbours make one problem', bytes('é', 0xff, 0xc0, 0x80, 'b'), 'é\ufffd\ufffd\ufffdb', [[1, 3, 2]]],
    ['an unfinished character', bytes('😀', 0xe2, 0x80), '😀\ufffd\ufffd', [[2, 2, 4]]],
    ['a surrogate', bytes(0xed, 0xa0, 0x80), '\ufffd\ufffd\ufffd', [[0, 3, 0]]],
    [
      'two places',
      bytes('a', 0x80, 'b\n', 0x80),
      'a\ufffdb\n\ufffd',
      [
        [1, 1, 1],
        [4, 1, 4],
      ],
    ],
  ] as const)('%s', (_name, input, text, places) => {
    const decoded = decodeText(input);
    expect(decoded.text).toBe(text);
    expect(decoded.problems.map(({ offset, length, byteOffset }) => [offset, length, byteOffset])).toEqual(places);
    expect(decoded.problems.every(({ encoding }) => encoding === 'utf-8')).toBe(true);
  });

  test('halves of UTF-16 pairs, and half a unit', () => {
    const half = Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3d, 0xd8, 0x62, 0, 0x63);
    expect(decodeText(half)).toEqual({
      text: '\ufeffa\ufffdb\ufffd',
      problems: [
        { offset: 2, length: 1, byteOffset: 4, encoding: 'utf-16' },
        { offset: 4, length: 1, byteOffset: 8, encoding: 'utf-16' },
      ],
    });
  });
});

test('any bytes give a text, and problems inside of it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (input) => {
      const { text, problems } = decodeText(input);
      for (const { offset, length } of problems) {
        expect(text.slice(offset, offset + length)).toBe('\ufffd'.repeat(length));
      }
    }),
  );
});
