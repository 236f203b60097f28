// Anything at all as input ends in diagnostics with positions inside the text, never in an exception.
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, compile, validateIgnition } from '../compiler/src/index.ts';

const folder = new URL('../examples/', import.meta.url);
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.bu'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));

function expectSane(input: string | Uint8Array): void {
  const compiled = compile(input);
  const { document, diagnostics } = check(input);
  for (const { code, message, location } of [
    ...compiled.diagnostics,
    ...diagnostics,
    ...validateIgnition(input).diagnostics,
  ]) {
    expect(code).toMatch(/^[a-z0-9-]+$/);
    expect(message).not.toBe('');
    expect(location.range.start).toBeGreaterThanOrEqual(0);
    expect(location.range.end).toBeGreaterThanOrEqual(location.range.start);
  }
  for (const { location } of diagnostics) expect(location.range.end).toBeLessThanOrEqual(document.text.length);
  // Either there is an output, or an error says why not.
  const errors = compiled.diagnostics.filter(({ severity }) => severity === 'error');
  expect(compiled.output === undefined).toBe(errors.length > 0);
}

describe('hostile inputs', () => {
  test.each([
    ['nothing', ''],
    ['a byte order mark', '\ufeff'],
    ['NUL bytes', '\0\0\0'],
    ['one bracket', '['],
    ['a lone surrogate', 'variant: \ud800'],
    ['100,000 levels of brackets', '['.repeat(100_000)],
    ['100,000 levels of mappings', Array.from({ length: 2000 }, (_, n) => `${' '.repeat(n)}a:\n`).join('')],
    ['100,000 dashes', '- '.repeat(100_000)],
    ['an alias bomb', aliasBomb()],
    ['names of JavaScript', 'variant: constructor\nversion: __proto__\n'],
    ['members of JavaScript', 'variant: fcos\nversion: 1.7.0\n__proto__: {a: b}\nconstructor: x\ntoString: y\n'],
    [
      'a layout of JavaScript',
      'variant: fcos\nversion: 1.7.0\nboot_device: {layout: constructor, mirror: {devices: [/a, /b]}}\n',
    ],
  ])('%s', (_, text) => {
    expectSane(text);
  });

  test('random bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), expectSane), { numRuns: 500 });
  });

  test('random text behind a header', () => {
    const parts = fc.constantFrom(
      '\n',
      '  ',
      '- ',
      ': ',
      'storage',
      'files',
      'path',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '|',
      '"',
      "'",
      '#',
      '!!int ',
      '<<',
      '/x',
      '\t',
    );
    const text = fc.array(parts, { maxLength: 60 }).map((words) => `variant: fcos\nversion: 1.7.0\n${words.join('')}`);
    fc.assert(fc.property(text, expectSane), { numRuns: 2000 });
  });

  test('examples cut off anywhere', () => {
    for (const text of examples) {
      for (let end = 0; end < text.length; end += 97) expectSane(text.slice(0, end));
    }
  });

  test('examples with a piece missing', () => {
    const example = fc.constantFrom(...examples);
    const cut = fc.tuple(example, fc.nat(), fc.nat(60)).map(([text, at, length]) => {
      const start = at % text.length;
      return text.slice(0, start) + text.slice(start + length);
    });
    fc.assert(fc.property(cut, expectSane), { numRuns: 500 });
  });
});

function aliasBomb(): string {
  const levels = Array.from(
    { length: 12 },
    (_, n) => `x${n + 1}: &x${n + 1} [${Array(9).fill(`*x${n}`).join(', ')}]\n`,
  );
  return `variant: fcos\nversion: 1.7.0\nx0: &x0 [a]\n${levels.join('')}passwd:\n  users: *x12\n`;
}
