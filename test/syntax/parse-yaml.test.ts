// What holds for every text: no exception, a sound tree, faults inside of the text, time in proportion. And what the tables
// cannot show: several faults at once, several documents, limits.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair, ScalarNode, SeqNode, SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import type { SourceRange } from '../../compiler/src/text/range.ts';

const options = { numRuns: Number(process.env.FC_RUNS ?? 1000) };

const messages = (text: string): string[] => parseYaml(text, 'x.bu').problems.map(({ message }) => message);

/** Nodes lie inside what holds them, know it, and follow each other. Without recursion: trees are deep here. */
function checkTree(root: SyntaxNode, text: string): void {
  const open: [SyntaxNode, Pair | SeqNode | undefined, SourceRange][] = [
    [root, undefined, { start: 0, end: text.length }],
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent, around] = next;
    expect(node.parent).toBe(parent);
    expectInside(node.range, around);
    if (node.kind === 'scalar') checkScalar(node, text);
    const members = node.kind === 'map' ? node.pairs : node.kind === 'seq' ? node.items : [];
    let end = node.range.start;
    for (const member of members) {
      expect(member.range.start).toBeGreaterThanOrEqual(end);
      end = member.range.end;
      if (member.kind === 'pair') {
        expect(member.parent).toBe(node);
        expectInside(member.range, node.range);
        open.push([member.key, member, member.range], [member.value, member, member.range]);
      } else if (node.kind === 'seq') open.push([member, node, node.range]);
    }
  }
}

function expectInside(inner: SourceRange, outer: SourceRange): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
  expect(inner.start).toBeLessThanOrEqual(inner.end);
}

/** A scalar's range begins with what its style says, and a plain one on one line is its text. */
function checkScalar({ style, text: content, valueRange, range }: ScalarNode, text: string): void {
  expectInside(valueRange, range);
  const written = text.slice(valueRange.start, valueRange.end);
  const marks = { single: "'", double: '"', literal: '|', folded: '>', plain: undefined };
  if (style !== 'plain') expect(written.charAt(0)).toBe(marks[style]);
  else if (!/[\r\n\x85\u2028\u2029]/.test(written)) expect(written).toBe(content);
}

const pieces = [
  ...['a', 'b c', 'é', '😀', '1', '~', 'a: ', '- ', '? ', ': ', '-', '?', ':', ',', '[', ']', '{', '}', '#', ' # c'],
  ...['&a ', '*a', '&', '*', '!!str ', '!', '|', '>-\n', '|\n  x', "'", '"', '%', '@', '`', '\\', '\\u00', '<<: '],
  ...['\t', '\r', '\r\n', '\n', '\n', '\n  ', '\n    ', '\n\n', ' ', '\x85', '\u2028', '\ufeff', '\x01', '\ud800'],
  ...['---\n', '...\n', '--- ', '%YAML 1.1\n', '%TAG !a! b\n'],
];
const yamlLike = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(''));

describe('any text', () => {
  test.each([
    ['made of YAML', yamlLike],
    ['of any characters', fc.string({ unit: 'binary', maxLength: 60 })],
  ])('%s gives a sound tree', (_name, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const { root, problems, readEnd, laterDocument } = parseYaml(text, 'x.bu');
        checkTree(root, text);
        for (const { location, notes = [] } of problems) {
          for (const range of [location.range, ...notes.flatMap((note) => note.location?.range ?? [])]) {
            expectInside(range, { start: 0, end: text.length });
          }
        }
        expect(readEnd).toBeLessThanOrEqual(text.length);
        if (laterDocument) expectInside(laterDocument, { start: 0, end: text.length });
      }),
      options,
    );
  });

  test('that is JSON is accepted', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        // A lone surrogate can be written in JSON, and a key can be too long for YAML.
        fc.pre(!/\\ud[89a-f]/i.test(text) && !text.includes('\\/'));
        expect(messages(text)).toEqual([]);
      }),
      options,
    );
  });
});

describe('several faults', () => {
  test('are all reported, one for each line', () => {
    const text = 'a: @b\nb: "c\nc: [d\nd:\n\te: 1\nf: *g\ng: "h\\q\\q"\nh\ni: %j: k\n';
    expect(parseYaml(text, 'x.bu').problems.map(({ location }) => text.slice(location.range.start).charAt(0))).toEqual([
      ...['@', '"', 'd', '\t', '*', '\\', 'h', '%'],
    ]);
  });

  test('keys without colons count one by one', () => {
    expect(messages('a:\n  b\n  c\n  d: 1\n')).toHaveLength(2);
  });

  test('are cut off at a hundred', () => {
    expect(messages('- @\n'.repeat(500))).toHaveLength(100);
  });

  test('are left out of a binary file, but for its characters', () => {
    expect(new Set(parseYaml('\x01[\x02"'.repeat(50), 'x.bu').problems.map(({ code }) => code))).toEqual(
      new Set(['yaml-encoding']),
    );
  });
});

test('half of a surrogate pair is no character', () => {
  const { problems } = parseYaml('a: \ud83d\n', 'x.bu');
  expect(problems.map(({ code, location }) => [code, location.range])).toEqual([
    ['yaml-encoding', { start: 3, end: 4 }],
  ]);
});

describe('later documents', () => {
  const start = (text: string) => parseYaml(text, 'x.bu').laterDocument?.start;
  test.each([
    ['a: b\n', undefined],
    ['a: b\n---\nc: d\n', 5],
    ['a: b\n---\n', undefined],
    ['a: b\n---\n---\n# c\n...\n', undefined],
    ['a: b\n...\n# c\n', undefined],
    ['a: b\n...\n# c\nd\n', 13],
    ['---\n---\na: b\n', 4],
    ['{a: b}\nc\n', 7],
  ])('%j', (text, expected) => {
    expect(start(text)).toBe(expected);
  });

  test('are not read, but for their first piece', () => {
    const far = `a: b\n---\nc: d\n${'# x\n'.repeat(400)}`;
    expect(parseYaml(`${far}\x01`, 'x.bu').problems).toEqual([]);
    expect(parseYaml(`${far}\x01`, 'x.bu').readEnd).toBeLessThan(600);
    expect(messages('a: b\n---\nc: d\n\x01')).toHaveLength(1);
  });
});

describe('aliases', () => {
  test('stand for the last anchor of the name before them', () => {
    const { root } = parseYaml('a: &x 1\nb: *x\nc: &x 2\nd: *x\n', 'x.bu');
    const values = root.kind === 'map' ? root.pairs.map(({ value }) => value) : [];
    const targets = values.map((value) => (value.kind === 'alias' ? value.target : undefined));
    expect(targets).toEqual([undefined, values[0], undefined, values[2]]);
  });

  test('may stand inside of what they name', () => {
    const { root, problems } = parseYaml('&x\na: *x\n', 'x.bu');
    expect(problems).toEqual([]);
    const inner = root.kind === 'map' ? root.pairs[0]?.key : undefined;
    expect(inner?.anchor).toBeUndefined();
    const value = root.kind === 'map' ? root.pairs[0]?.value : undefined;
    expect(value?.kind === 'alias' && value.target).toBe(root);
  });
});

describe('ranges end with the text of a token', () => {
  test.each([
    ['a: |\n  b\n  c\n\n\nd: e\n', '|\n  b\n  c'],
    ['a: |+ # c\n\n\nd: e\n', '|+'],
    ['a: b c  # d\n', 'b c'],
    ['a: b\n   c  \n\nd: e\n', 'b\n   c'],
    ['a: "b" # c\n', '"b"'],
    ['a: [b, c ] # d\n', '[b, c ]'],
    ['a: &x !!str b # c\n', '&x !!str b'],
    ['a: &x !!str # c\n', '&x !!str'],
    ['a:\n  - b\n  - c # d\n\n# e\n', '- b\n  - c'],
    ['a:\n  b: c\n  d:\n# e\n', 'b: c\n  d:'],
    ['a: # b\n', ''],
  ])('%j', (text, expected) => {
    const { root } = parseYaml(text, 'x.bu');
    const range = root.kind === 'map' ? root.pairs[0]?.value.range : undefined;
    expect(text.slice(range?.start, range?.end)).toBe(expected);
  });
});

describe('limits', () => {
  const nested = (open: string, depth: number, middle: string, close: string) =>
    open.repeat(depth) + middle + close.repeat(depth);
  const stairs = (depth: number) => Array.from({ length: depth }, (_, at) => `${' '.repeat(at)}a:\n`).join('');

  test.each([
    ['lists', (depth: number) => nested('[', depth, '', ']')],
    ['mappings', (depth: number) => nested('{a: ', depth, 'b', '}')],
    ['dashes', (depth: number) => nested('- ', depth, 'a', '')],
    ['question marks', (depth: number) => nested('? ', depth, 'a', '')],
  ])('10,000 %s inside each other are fine, one more is too much', (_name, make) => {
    const { root, problems } = parseYaml(make(10_000), 'x.bu');
    expect(problems).toEqual([]);
    checkTree(root, make(10_000));
    for (const depth of [10_001, 100_000]) {
      expect(messages(make(depth))).toEqual([expect.stringContaining('nested too deep')]);
    }
  });

  test('so it is for indentation', () => {
    expect(messages(stairs(10_000))).toEqual([]);
    expect(messages(stairs(10_001))).toEqual([expect.stringContaining('nested too deep')]);
  });

  test('brackets that are never closed cost no more', () => {
    expect(messages('['.repeat(10_000))).toHaveLength(1);
    expect(messages('[{'.repeat(5000) + '] }'.repeat(5000)).length).toBeGreaterThan(0);
  });
});

describe('time is in proportion to the text', () => {
  test.each([
    ['faults on every line', 'a: b: c\n'],
    ['an open quote on every line', 'a: "b\n'],
    ['an open bracket on every line', 'a: [b\n'],
    ['keys without colons', 'abc\n'],
    ['a tab on every line', 'a:\n\tb: 1\n'],
    ['wrong columns', 'a:\n    b: 1\n  c: 2\n'],
    ['faults on one line', '["a" '],
    ['commas', '[, '],
    ['colons', '[: '],
    ['mixed quotes', '- \'a\n- "b\n'],
    ['aliases', '- &a b\n- *a\n- *c\n'],
    ['blank lines', '\n'],
    ['comments with tabs', '# a\n\t# b\n'],
    ['line ends of every kind', 'a: b\r\x85\u2028'],
    ['one long text', 'a'],
    ['dashes', '-\n'],
  ])('%s', (_name, piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      parseYaml(text, 'x.bu');
      return performance.now() - start;
    };
    time(20_000);
    // Twenty times the text in less than a hundred times the time: quadratic work would take four hundred times.
    expect(time(1_000_000)).toBeLessThan(100 * Math.max(time(50_000), 5));
  });
});
