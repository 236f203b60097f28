import { describe, expect, it } from 'vitest';
import type { Origin } from '../../compiler/src/diagnostic/origin.ts';
import { SourceMapBuilder } from '../../compiler/src/output/source-map.ts';

function originAt(start: number, end: number, uri = 'a.bu'): Origin {
  const location = { uri, range: { start, end } };
  return { location, path: [start], at: () => ({ location, path: [] }) };
}

const outer = originAt(0, 100);
const first = originAt(10, 20);
const second = originAt(30, 40);
const inner = originAt(32, 36);
const foreign = originAt(30, 40, 'b.bu');

/** outer 0..50 { first 5..10, (no origin) 12..14, second 20..30 { inner 20..25 }, foreign 40..45 } */
function example() {
  const builder = new SourceMapBuilder();
  builder.open(0, outer);
  builder.open(5, first);
  builder.close(10, first);
  builder.open(12, undefined);
  builder.close(14, undefined);
  builder.open(20, second);
  builder.open(20, inner);
  builder.close(25, inner);
  builder.close(30, second);
  builder.open(40, foreign);
  builder.close(45, foreign);
  builder.close(50, outer);
  return builder;
}

describe('SourceMap', () => {
  const map = example().build(50);

  it.each([
    [-1, undefined],
    [0, outer],
    [4, outer],
    [5, first],
    [9, first],
    [10, outer],
    [13, outer],
    [20, inner],
    [24, inner],
    [25, second],
    [29, second],
    [30, outer],
    [44, foreign],
    [49, outer],
    [50, undefined],
  ])('offset %d comes from the innermost value', (offset, origin) => {
    expect(map.toSource(offset)).toBe(origin);
  });

  it.each([
    [
      'a range',
      12,
      33,
      [
        [0, 50],
        [5, 10],
        [20, 30],
        [20, 25],
      ],
    ],
    ['touching is not meeting', 20, 30, [[0, 50]]],
    [
      'a cursor at an edge',
      20,
      20,
      [
        [0, 50],
        [5, 10],
      ],
    ],
    ['outside', 100, 110, []],
  ])('finds what came from %s', (_, start, end, expected) => {
    const ranges = map.toOutput({ uri: 'a.bu', range: { start, end } });
    expect(ranges.map((range) => [range.start, range.end])).toEqual(expected);
  });

  it('tells sources apart', () => {
    expect(map.toOutput({ uri: 'b.bu', range: { start: 0, end: 99 } })).toEqual([{ start: 40, end: 45 }]);
  });

  it('lists its segments, outer before inner', () => {
    expect(map.segments.map(({ origin }) => origin)).toEqual([outer, first, second, inner, foreign]);
    expect(map.segments).toBe(map.segments);
  });

  it('cuts ranges at the length of the output', () => {
    expect(
      example()
        .build(42)
        .segments.map(({ output }) => output.end),
    ).toEqual([42, 10, 30, 25, 42]);
  });

  it('is empty for an empty output', () => {
    const empty = new SourceMapBuilder().build(0);
    expect(empty.toSource(0)).toBeUndefined();
    expect(empty.segments).toEqual([]);
  });
});
