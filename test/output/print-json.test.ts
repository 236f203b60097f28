import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Origin } from '../../compiler/src/diagnostic/origin.ts';
import { printJson } from '../../compiler/src/output/print-json.ts';
import type { PrintNode, PrintScalar } from '../../compiler/src/output/print-node.ts';

type Plain = null | boolean | number | string | bigint | Plain[] | { [key: string]: Plain };

function nodeOf(value: Plain): PrintNode {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(nodeOf) };
  if (typeof value === 'object' && value !== null) {
    return { kind: 'object', members: Object.entries(value).map(([key, member]) => ({ key, value: nodeOf(member) })) };
  }
  return { kind: 'scalar', value };
}

const compact = (value: Plain): string => printJson(nodeOf(value), false).text;

describe('printJson', () => {
  it.each([
    ['plain', '"plain"'],
    ['"\\/', '"\\"\\\\/"'],
    ['\n\r\t', '"\\n\\r\\t"'],
    ['\b\f\0\x1f', '"\\u0008\\u000c\\u0000\\u001f"'],
    ['<&>', '"\\u003c\\u0026\\u003e"'],
    ['\u2028\u2029', '"\\u2028\\u2029"'],
    ['\x7f\u0085é漢😀', '"\x7f\u0085é漢😀"'],
    ['\ufffd', '"\ufffd"'],
    ['a\ud800b\udc00c😀', '"a\\ufffdb\\ufffdc😀"'],
    ['\ud83d\ud83d\ude00\ude00', '"\\ufffd😀\\ufffd"'],
    ['\\b<\b\\f', '"\\\\b\\u003c\\u0008\\\\f"'],
    ['\n"<😀\b', '"\\n\\"\\u003c😀\\u0008"'],
  ])('writes the text %j as Go does', (text, json) => {
    expect(compact(text)).toBe(json);
  });

  it.each<[Plain, string]>([
    [0, '0'],
    [-5, '-5'],
    [9007199254740991, '9007199254740991'],

    [true, 'true'],
    [null, 'null'],
    [[], '[]'],
    [{}, '{}'],
    [{ 'a<': [1, { b: '' }], c: {} }, '{"a\\u003c":[1,{"b":""}],"c":{}}'],
  ])('writes %j compactly', (value, json) => {
    expect(compact(value)).toBe(json);
  });

  it('writes 64-bit integers exactly', () => {
    expect(compact(9223372036854775807n)).toBe('9223372036854775807');
  });

  it('lays out pretty output with two blanks per level', () => {
    const value = { a: [{ b: 'x' }, 5, [], {}], c: { d: [] } };
    expect(printJson(nodeOf(value), true).text).toBe(JSON.stringify(value, null, 2));
  });

  it.each([
    [[0x61, 0xff, 0x62], 'a\\ufffdb'],
    [[0xff, 0xfe], '\\ufffd\\ufffd'],
    [[0xe2, 0x82, 0x3c, 0xc3, 0xa9], '\\ufffd\\ufffd\\u003cé'],
    [[0xef, 0xbf, 0xbd, 0x80], '\ufffd\\ufffd'],
    [[0x0a, 0x80, 0x22], '\\n\\ufffd\\"'],
  ])('writes the bytes %j with one escape per bad byte', (bytes, json) => {
    const node: PrintScalar = { kind: 'scalar', value: 'not looked at', bytes: Uint8Array.from(bytes) };
    expect(printJson(node, false).text).toBe(`"${json}"`);
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.boolean(), (value, pretty) => {
        fc.pre(!/e[+-]/.test(JSON.stringify(value))); // configs have integers only
        const { text } = printJson(nodeOf(value as Plain), pretty);
        expect(JSON.stringify(JSON.parse(text))).toBe(JSON.stringify(value));
        expect(text).not.toMatch(/[<>&\u2028\u2029]/);
      }),
    );
  });

  it('maps each value to its origin', () => {
    const origin = (name: string): Origin => {
      const location = { uri: name, range: { start: 0, end: 1 } };
      return { location, path: [], at: () => ({ location, path: [] }) };
    };
    const node: PrintNode = {
      kind: 'object',
      origin: origin('root'),
      members: [
        { key: 'a', value: { kind: 'scalar', value: 'x', origin: origin('a') } },
        { key: 'b', value: { kind: 'list', items: [{ kind: 'scalar', value: 1, origin: origin('b0') }] } },
      ],
    };
    for (const pretty of [false, true]) {
      const { text, sourceMap } = printJson(node, pretty);
      const pieces = sourceMap.segments.map(({ output, origin }) => [
        origin.location.uri,
        text.slice(output.start, output.end),
      ]);
      expect(pieces).toEqual([
        ['root', text],
        ['a', '"x"'],
        ['b0', '1'],
      ]);
    }
  });
});
