import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Length, decodeBase64, encodeBase64 } from '../../compiler/src/text/base64.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('base64', () => {
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['\xfb\xff\xfe', '+//+'],
    ['\0', 'AA=='],
  ])('encodes and decodes %j', (text, base64) => {
    expect(encodeBase64(ascii(text))).toBe(base64);
    expect(base64Length(text.length)).toBe(base64.length);
    expect(decodeBase64(base64)).toEqual(ascii(text));
  });

  it.each([
    ['\nZm\r\n9v\n', 'foo'],
    ['Zg=\n=\r\n', 'f'],
    ['Zh==', 'f'], // unused bits are not looked at
    ['Zm9=', 'fo'],
  ])('takes what Go takes: %j', (base64, text) => {
    expect(decodeBase64(base64)).toEqual(ascii(text));
  });

  it.each([
    'Z',
    'Zg',
    'Zg=',
    'Zm8',
    '=',
    '====',
    'Z===',
    'Zm9v=',
    'Zg==Zg==',
    'Zg==\n=',
    'Zm 9v',
    'Zm-v',
    'Zm_v',
    'Zmév',
    'Zg= =',
  ])('refuses %j', (base64) => {
    expect(decodeBase64(base64)).toBeUndefined();
  });

  it('agrees with Buffer and undoes itself on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const base64 = encodeBase64(bytes);
        expect(base64).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(base64)).toEqual(bytes);
      }),
    );
  });

  it('keeps long texts whole', () => {
    const bytes = Uint8Array.from({ length: 100_001 }, (_, index) => (index * 31) ^ (index >> 5));
    const base64 = encodeBase64(bytes);
    expect(base64).toBe(Buffer.from(bytes).toString('base64'));
    expect(Buffer.compare(decodeBase64(base64) ?? new Uint8Array(), bytes)).toBe(0);
  });
});
