// Marks stand below the characters that they are about, whatever is in the line.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderPretty } from '../../compiler/src/render/pretty.ts';
import { sampleOf } from './sample.ts';

/** The line of source and the line of marks of the only finding in `text`. */
function frameOf(text: string, columns = 80): readonly [source: string, marks: string] {
  const { diagnostics, documents } = sampleOf([{ uri: 'a.bu', text, message: 'm' }]);
  const lines = renderPretty(diagnostics, documents, { columns }).split('\n');
  const at = lines.findIndex((line) => /^\s*\| .*\^/.test(line));
  return [lines[at - 1] ?? '', lines[at] ?? ''];
}

/** What stands above the marks. */
function markedText(text: string, columns = 80): string {
  const [source, marks] = frameOf(text, columns);
  return source.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1);
}

test.each([
  ['a: «b»c', 'b'],
  ['\t«b»\tc', 'b'],
  ['a\t«\t»c', '    '],
  ['«a b» ', 'a b'],
  ['a: «b  »', 'b'],
  ['a: \u0001«b»', 'b'],
  ['a: «\u001b»', '\\x1b'],
  ['##[x «b»', 'b'],
  ['a: "«\u202e»"', '\\u202e'],
])('%j', (text, marked) => {
  expect(markedText(`${text}\n`)).toBe(marked);
});

test.each([
  // Two columns each.
  ['«語»x', 2],
  ['«한글»', 4],
  ['«ｆｕ»', 4],
  ['«🎉»', 2],
  ['«👩‍👩‍👧»', 2],
  // One: accents, half-width forms, letters beyond the first plane.
  ['«e\u0301»', 1],
  ['«ｱ»', 1],
  ['«𝒳»', 1],
  // A mark without a letter is shown as what it is.
  ['«\u200b»', 6],
])('%j is marked %i columns wide', (text, width) => {
  const [, marks] = frameOf(`${text}\n`);
  expect(marks.trim().slice(1).trim()).toHaveLength(width);
});

test('long lines are cut around the range', () => {
  const filler = fc.integer({ min: 0, max: 300 }).map((length) => 'ab 語'.repeat(length));
  fc.assert(
    fc.property(
      filler,
      fc.stringMatching(/^[a-z]{1,9}$/),
      filler,
      fc.integer({ min: 40, max: 200 }),
      (left, word, right, columns) => {
        const [source, marks] = frameOf(`${left}«${word.toUpperCase()}»${right}\n`, columns);
        expect(source).toContain(word.toUpperCase());
        expect(marks.replace(/[^^]/g, '')).toHaveLength(word.length);
        expect(widthOf(source)).toBeLessThanOrEqual(columns);
        expect(widthOf(source.slice(0, source.indexOf(word.toUpperCase())))).toBe(marks.indexOf('^'));
      },
    ),
    { numRuns: 300 },
  );
});

test('any text and any range give a frame', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, one, other) => {
      const start = Math.min(one, other, text.length);
      const end = Math.min(Math.max(one, other), text.length);
      const clean = text.replace(/[«»]/g, 'x');
      const [, marks] = frameOf(`${clean.slice(0, start)}«${clean.slice(start, end)}»${clean.slice(end)}`);
      expect(marks).toMatch(/^ *\| *\^+ ?/);
    }),
    { numRuns: 500 },
  );
});

test('a line of ten million characters costs nothing', () => {
  const start = performance.now();
  const [source] = frameOf(`${'x'.repeat(5_000_000)}«Y»${'x'.repeat(5_000_000)}`);
  expect(source).toContain('Y');
  expect(performance.now() - start).toBeLessThan(5000);
});

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character === '語' ? 2 : 1), 0);
}
