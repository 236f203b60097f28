// What each spelling of a scalar means: its type, and its value as a truth value, an integer and a text.
import { describe, expect, test } from 'vitest';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import {
  isMergeKey,
  keyOf,
  type Reading,
  readBool,
  readInt,
  readText,
  resolvesToNull,
  resolveTag,
  type ScalarLike,
} from '../../compiler/src/syntax/resolve-scalar.ts';
import scalars from './scalars.json' with { type: 'json' };

/** The scalar written behind `key: `. */
function scalarOf(source: string): ScalarLike {
  const { root, problems } = parseYaml(`key: ${source}\n`, 'x.bu');
  expect(problems).toEqual([]);
  const value = root.kind === 'map' ? root.pairs[0]?.value : undefined;
  if (value?.kind !== 'scalar' && value?.kind !== 'missing') throw new Error(`${source} is no scalar`);
  return value;
}

/** A reading as the table has it: the value, integers in decimal, or why there is none. */
function outcome(reading: Reading): unknown {
  switch (reading.kind) {
    case 'int':
      return { value: String(reading.value) };
    case 'bool':
    case 'text':
      return { value: reading.value };
    default:
      return reading.kind;
  }
}

describe('table', () => {
  test.each(scalars.map((row) => [row.source, row] as const))('%s', (source, row) => {
    const node = scalarOf(source);
    if ('tag' in row) expect(resolveTag(node)).toBe(row.tag);
    expect(outcome(readBool(node))).toEqual(row.bool);
    expect(outcome(readInt(node))).toEqual(row.int);
    expect(outcome(readText(node))).toEqual(row.text);
    expect(resolvesToNull(node)).toBe(row.text === 'null' || source === '!!null abc');
  });
});

describe('integers', () => {
  test.each([
    ['0b-11', -3n],
    ['0b+11', 3n],
    ['0o-17', -15n],
    ['-_1', -1n],
    ['0B-11', undefined],
    ['0b-', undefined],
    ['+9223372036854775808', -(2n ** 63n)],
    ['9223372036854775808.0', -(2n ** 63n)],
    ['9223372036854774784.0', 9223372036854774784n],
    ['-1e30', -(2n ** 63n)],
    ['0777777777777777777777', 9223372036854775807n],
    ['0x7fffffffffffffff', 9223372036854775807n],
    ['0x8000000000000000', undefined],
    [`0${'0'.repeat(500)}7`, 7n],
    [`1${'0'.repeat(500)}`, undefined],
    ['!!float 18446744073709551615', 'invalid-tag'],
    ['!<int> 5', undefined],
  ])('%s', (source, value) => {
    const reading = readInt(scalarOf(source));
    if (typeof value === 'bigint') expect(outcome(reading)).toEqual({ value: String(value) });
    else expect(reading.kind).toBe(value ?? 'mismatch');
  });

  test('are numbers as long as a double holds them exactly', () => {
    expect(readInt(scalarOf('9007199254740991'))).toEqual({ kind: 'int', value: 9007199254740991 });
    expect(readInt(scalarOf('9007199254740993'))).toEqual({ kind: 'int', value: 9007199254740993n });
  });
});

describe('timestamps', () => {
  test.each([
    ['2001-1-1', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2001-02-30', false],
    ['2001-00-01', false],
    ['2001-01-01T1:2:3Z', true],
    ['2001-01-01T01:02:03', false],
    ['2001-01-01T01:02:03,5Z', true],
    ['2001-01-01T24:00:00Z', false],
    ['2001-01-01T00:00:60Z', false],
    ['2001-01-01T00:00:00+24:60', true],
    ['2001-01-01T00:00:00+25:00', false],
    ['2001-01-01   1:2:3', true],
    ['2001-01-01 1:2:3Z', false],
    ['20010-01-01', false],
  ])('%s', (source, isTimestamp) => {
    expect(resolveTag(scalarOf(source))).toBe(isTimestamp ? 'timestamp' : 'str');
  });
});

describe('binary', () => {
  test('that is UTF-8 is a text', () => {
    expect(readText(scalarOf('!!binary w6k='))).toEqual({ kind: 'text', value: 'é' });
  });

  test('that is not keeps its bytes, with one U+FFFD for each bad one', () => {
    const bytes = Uint8Array.of(0x61, 0xff, 0xfe, 0x62);
    expect(readText(scalarOf('!!binary Yf/+Yg=='))).toEqual({ kind: 'text', value: 'a\ufffd\ufffdb', bytes });
  });

  test('counts as a truth value when it says so', () => {
    expect(readBool(scalarOf('!!binary eWVz'))).toEqual({ kind: 'bool', value: true });
  });
});

test('keys merge when they are an unquoted or tagged <<', () => {
  const keys = (text: string) => {
    const { root } = parseYaml(text, 'x.bu');
    return root.kind === 'map' ? root.pairs.map(({ key }) => [keyOf(key), isMergeKey(key)]) : [];
  };
  expect(keys('<<: {}\n"<<": {}\n!!merge "<<": {}\n!!str <<: {}\n! <<: {}\n')).toEqual([
    ['<<', true],
    ['<<', false],
    ['<<', true],
    ['<<', false],
    ['<<', true],
  ]);
  expect(keys('&a x: 1\n*a : 2\n? [b]\n? \n')).toEqual([
    ['x', false],
    ['a', false],
    [undefined, false],
    ['', false],
  ]);
});
