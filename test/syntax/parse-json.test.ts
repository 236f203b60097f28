import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair, SeqNode, SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
import { parseJson } from '../../compiler/src/syntax/parse-json.ts';

const options = { numRuns: Number(process.env.FC_RUNS ?? 300) };

/** What the tree says, as plain data. */
function dataOf(node: SyntaxNode): unknown {
  switch (node.kind) {
    case 'map':
      return Object.fromEntries(node.pairs.map(({ key, value }) => [dataOf(key), dataOf(value)]));
    case 'seq':
      return node.items.map(dataOf);
    case 'scalar':
      return node.style === 'plain' ? JSON.parse(node.text) : node.text;
    default:
      return undefined;
  }
}

/** Every node lies within its parent and knows it; siblings come one after the other. */
function checkTree(node: SyntaxNode, parent: Pair | SeqNode | undefined, text: string): void {
  expect(node.parent).toBe(parent);
  expect(node.range.start).toBeLessThanOrEqual(node.range.end);
  expect(node.range.end).toBeLessThanOrEqual(text.length);
  if (parent) expectInside(node.range, parent.range);
  const children: readonly SyntaxNode[] =
    node.kind === 'map' ? node.pairs.flatMap(({ key, value }) => [key, value]) : node.kind === 'seq' ? node.items : [];
  let end = node.range.start;
  for (const child of children) {
    expect(child.range.start).toBeGreaterThanOrEqual(end);
    end = child.range.end;
  }
  if (node.kind === 'seq') for (const item of node.items) checkTree(item, node, text);
  if (node.kind !== 'map') return;
  for (const pair of node.pairs) {
    expect(pair.parent).toBe(node);
    expectInside(pair.range, node.range);
    checkTree(pair.key, pair, text);
    checkTree(pair.value, pair, text);
  }
}

function expectInside(inner: SyntaxNode['range'], outer: SyntaxNode['range']): void {
  expect(inner.start).toBeGreaterThanOrEqual(outer.start);
  expect(inner.end).toBeLessThanOrEqual(outer.end);
}

function problemsOf(text: string): string[] {
  return parseJson(text, 'x.json').problems.map(({ location: { range }, message }) => {
    return `${range.start}-${range.end} ${message}`;
  });
}

/** Whether JavaScript takes the text; its grammar is the same as Go's, which only adds a limit of depth. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('JSON', () => {
  test('any value is read as what it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { root, problems } = parseJson(text, 'x.json');
        expect(problems).toEqual([]);
        expect(JSON.stringify(dataOf(root))).toBe(JSON.stringify(JSON.parse(text)));
        checkTree(root, undefined, text);
      }),
      options,
    );
  });

  const token = fc.constantFrom(
    ...['{', '}', '[', ']', ',', ':', '"a"', '"', "'a'", '1', '-0', '01', '1.', '.5', '1e5', '-', '+1', 'true', 'nul'],
    ...['null', ' ', '\n', '\t', '\r', '\\', '"\\u00e9"', '"\\ud800"', '"\\x"', '"\\u12"', '//', '/*', '#', '\u00a0'],
    ...['\ufeff', '\u0000', 'é', '😀', 'a b', '"\t"', '"\n"', '\u2028'],
  );

  test('what is not JSON is refused and still gives a tree', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 12 }), (tokens) => {
        const text = tokens.join('');
        const { root, problems } = parseJson(text, 'x.json');
        expect(problems.length === 0).toBe(isJson(text));
        for (const { code, location } of problems) {
          expect(code).toBe('json-syntax');
          expect(location.range.end).toBeLessThanOrEqual(text.length);
        }
        checkTree(root, undefined, text);
      }),
      { numRuns: options.numRuns * 5 },
    );
  });

  test('nodes have exact ranges and styles', () => {
    const text = ' {"a": [1, "é\\n"], "b" : null}';
    const { root } = parseJson(text, 'x.json');
    const seen: string[] = [];
    const visit = (node: SyntaxNode): void => {
      const style = node.kind === 'scalar' ? node.style : node.kind;
      seen.push(`${style} ${text.slice(node.range.start, node.range.end)}`);
      if (node.kind === 'seq') node.items.forEach(visit);
      if (node.kind === 'map') for (const { key, value } of node.pairs) [key, value].forEach(visit);
    };
    visit(root);
    expect(seen).toEqual([
      'map {"a": [1, "é\\n"], "b" : null}',
      'double "a"',
      'seq [1, "é\\n"]',
      'plain 1',
      'double "é\\n"',
      'double "b"',
      'plain null',
    ]);
  });

  test.each([
    ['"\\ud83d\\ude00"', '😀'],
    ['"\\ud83d"', '\ufffd'],
    ['"\\ud83dx"', '\ufffdx'],
    ['"\\ude00\\ud83d"', '\ufffd\ufffd'],
    ['"\\ud83d\\ud83d\\ude00"', '\ufffd😀'],
    ['"\\ud83d\\u0041"', '\ufffdA'],
    ['"\ud83d"', '\ufffd'],
    ['"\ud83d\\ude00"', '\ufffd\ufffd'],
    ['"\\u00E9\\/\\b\\f\\t"', 'é/\b\f\t'],
    ['"\x7f\u2028"', '\x7f\u2028'],
  ])('the string %s is decoded as Go does', (text, value) => {
    const { root, problems } = parseJson(text, 'x.json');
    expect(problems).toEqual([]);
    expect(dataOf(root)).toBe(value);
  });

  test('is refused when nested deeper than Go allows', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(problemsOf(nested(10_000))).toEqual([]);
    expect(problemsOf(nested(10_001))).toHaveLength(1);
  });
});

describe('a fault of JSON', () => {
  test.each([
    ['', '0-0 there is no value'],
    [' \n', '2-2 there is no value'],
    ['{', '1-1 the text ends inside an object; a `}` is missing'],
    ['[1', '2-2 the text ends inside an array; a `]` is missing'],
    ['{"a":1,}', '6-7 a comma before the end of an object'],
    ['[1,]', '2-3 a comma before the end of an array'],
    ['[1,,2]', '3-4 a value is missing before this comma'],
    ['[1 2]', '3-4 a comma is missing between two values'],
    ['{"a":1 "b":2}', '7-8 a comma is missing between two entries'],
    ['{"a" 1}', '5-6 a `:` is missing'],
    ['{"a"}', '1-4 a `:` and a value are missing'],
    ['{"a":}', '1-5 a `:` and a value are missing'],
    ['{:1}', '1-2 the key is missing'],
    ['{[1]}', '1-2 an object has keys'],
    ['{a:1}', '1-2 `a` stands without quotes; write `"a"`'],
    ['{1:1}', '1-2 a key must be a text'],
    ["{'a':1}", '1-2 JSON has double quotes only'],
    ['[1}', '2-3 `}` closes nothing'],
    ['{"a":[1}', '7-8 `]` is missing before `}`'],
    ['[0644]', '1-5 `0644` is no number of JSON; write `420`'],
    ['[0x1F]', '1-5 `0x1F` is no number of JSON; write `31`'],
    ['[+5]', '1-3 `+5` is no number of JSON; write `5`'],
    ['[1.]', '1-3 `1.` is no number of JSON'],
    ['[True]', '1-5 `True` is no value of JSON; write `true`'],
    ['[None]', '1-5 `None` is no value of JSON; write `null`'],
    ['["\\x41"]', '2-4 `\\x` is no escape of JSON'],
    ['["\\u12"]', '2-6 `\\u12` needs 4 hexadecimal digits'],
    ['["a\tb"]', '3-4 the control character U+0009 may not stand in a text; write `\\t`'],
    ['["a\nb"]', '3-4 a line break may not stand in a text; write `\\n`'],
    ['["a]', '1-4 this text is not closed'],
    ['{} // c', '3-7 JSON has no comments'],
    ['{}{}', '2-3 the text goes on behind its value'],
    ['\ufeff{}', '0-1 the text starts with a byte order mark'],
    ['[\u00a01]', '1-3 `\u00a01` stands without quotes'],
    ['[\u200b]', '1-2 the character U+200B may not stand here'],
    ['ignition:\n  version: 3.4.0', '0-8 `ignition` stands without quotes'],
  ])('%j is placed and explained', (text, expected) => {
    expect(problemsOf(text).map((problem) => problem.startsWith(expected) || problem)).toEqual([true]);
  });

  test('does not hide what stands around it', () => {
    const text = '{\n  "a": 1,\n  b: [1 2,\n  "c": "x,\n  "d": {"e": tru},\n}';
    const { root, problems } = parseJson(text, 'x.json');
    const lines = problems.map(({ location }) => text.slice(0, location.range.start).split('\n').length);
    expect(lines).toEqual([3, 4, 5, 6]);
    checkTree(root, undefined, text);
    expect(root.kind === 'map' && root.pairs.map(({ key }) => key.kind === 'scalar' && key.text)).toEqual(['a', 'b']);
  });

  test('points at the bracket that is not closed', () => {
    const [problem] = parseJson('{"a": [1\n}', 'x.json').problems;
    expect(problem?.notes).toEqual([
      { message: 'opened here', location: { uri: 'x.json', range: { start: 6, end: 7 } } },
    ]);
  });

  test('is reported at most a hundred times, and costs no more than its text', () => {
    const text = `[\n${'x y\n"\n'.repeat(50_000)}`;
    const start = performance.now();
    expect(parseJson(text, 'x.json').problems).toHaveLength(100);
    // Far above what it takes, far below what anything quadratic would.
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
