// Comments that hide findings: what they reach, what they never reach, and what is said about them.
import { describe, expect, test } from 'vitest';
import type { Diagnostic, Severity } from '../compiler/src/diagnostic/diagnostic.ts';
import { readDocument } from '../compiler/src/index.ts';
import { suppress } from '../compiler/src/suppress.ts';

const codes = ['mode-not-octal', 'unused-key', 'path-relative', 'unit-odd', 'unused-suppression'];

/**
 * Runs on a text in which `«code»` marks a warning, `«!code»` an error, on the text behind it up to the next blank. Gives
 * what is kept as `line code`, and what is said about comments as `line message`.
 */
function run(marked: string): { readonly kept: readonly string[]; readonly unused: readonly string[] } {
  const diagnostics: Diagnostic[] = [];
  const mark = /«(!?)([a-z-]+)»/;
  let text = marked;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    text = text.replace(mark, '');
    const severity: Severity = match[1] === '!' ? 'error' : 'warning';
    const end = match.index + (/^\S*/.exec(text.slice(match.index))?.[0].length ?? 0);
    const location = { uri: 'a.bu', range: { start: match.index, end } };
    diagnostics.push({ code: match[2] ?? '', severity, message: '', location, path: [] });
  }
  const document = readDocument(text, 'a.bu');
  const { kept, unused } = suppress(document, diagnostics, codes);
  const lineOf = ({ location }: Diagnostic): number => document.lines.at(location.range.start).line;
  return {
    kept: kept.map((diagnostic) => `${lineOf(diagnostic)} ${diagnostic.code}`),
    unused: unused.map((diagnostic) => `${lineOf(diagnostic)} ${diagnostic.message}`),
  };
}

const nothing = { kept: [], unused: [] };

describe('a comment hides', () => {
  test.each([
    ['on its line', 'mode: «mode-not-octal»644 # kindling-disable mode-not-octal\n'],
    ['on the line below', '# kindling-disable mode-not-octal\nmode: «mode-not-octal»644\n'],
    ['on the line below, indented', 'a:\n  # kindling-disable mode-not-octal\n  mode: «mode-not-octal»644\n'],
    ['below further comments', '# kindling-disable mode-not-octal\n# why\nmode: «mode-not-octal»644\n'],
    ['several codes', 'mode: «mode-not-octal»644 «unused-key» # kindling-disable mode-not-octal, unused-key\n'],
    [
      'with blanks between codes',
      'mode: «mode-not-octal»644 «unused-key» # kindling-disable mode-not-octal unused-key\n',
    ],
    ['with a reason', 'mode: «mode-not-octal»644 # kindling-disable mode-not-octal -- as the vendor, wants it\n'],
    ['behind another comment', 'mode: «mode-not-octal»644 # old # kindling-disable mode-not-octal\n'],
    ['without a blank', 'mode: «mode-not-octal»644 #kindling-disable mode-not-octal\n'],
    ['several findings', 'a: {x: «unused-key»1, y: «unused-key»2} # kindling-disable unused-key\n'],
    [
      'stacked',
      '# kindling-disable unused-key\n# kindling-disable mode-not-octal\nmode: «mode-not-octal»644 «unused-key»\n',
    ],
    ['in the whole file', '# kindling-disable-file unused-key\na: «unused-key»1\nb:\n  c: «unused-key»2\n'],
    ['in the whole file below others', '# hello\n\n---\n# kindling-disable-file unused-key\na: «unused-key»1\n'],
    ['behind a byte order mark', '\ufeff# kindling-disable-file unused-key\na: «unused-key»1\n'],
    ['with CRLF', '# kindling-disable unused-key\r\na: «unused-key»1\r\n'],
    ['in a block scalar, from its header', 'a: | # kindling-disable unit-odd\n  [Unit]\n  «unit-odd»Odd=1\n'],
    ['in a block scalar, from above', '# kindling-disable unit-odd\na: |\n  [Unit]\n  «unit-odd»Odd=1\n'],
    ['what is said about comments', '# kindling-disable-file unused-suppression\n# kindling-disable nonsense\na: 1\n'],
  ])('%s', (_, text) => {
    expect(run(text)).toEqual(nothing);
  });
});

describe('it is no comment', () => {
  test.each([
    ['in a block scalar', 'a: |\n  x # kindling-disable unused-key\nb: «unused-key»1 \n', '3 unused-key'],
    [
      'at the start of a line of a block scalar',
      'a: |\n  # kindling-disable unused-key\nb: «unused-key»1 \n',
      '3 unused-key',
    ],
    ['in a folded scalar', 'a: >-\n  x\n\n  # kindling-disable unused-key\nb: «unused-key»1 \n', '5 unused-key'],
    ['in quotes', 'b: «unused-key»" # kindling-disable unused-key"\n', '1 unused-key'],
    ['in quotes over lines', "a: '\n # kindling-disable unused-key\n'\nb: «unused-key»1\n", '4 unused-key'],
    ['without a blank before it', 'b: «unused-key»x# kindling-disable unused-key\n', '1 unused-key'],
    ['when it is another word', 'b: «unused-key»x # kindling-disabled unused-key\n', '1 unused-key'],
  ])('%s', (_, text, kept) => {
    expect(run(text)).toEqual({ kept: [kept], unused: [] });
  });
});

describe('a comment that hides nothing is reported', () => {
  test.each([
    [
      'when unused',
      'a: 1 # kindling-disable unused-key\n',
      [],
      ['1 `unused-key` is not reported on line 1; remove it here'],
    ],
    [
      'when one of its codes is unused',
      'a: «unused-key»1 # kindling-disable unused-key, mode-not-octal\n',
      [],
      ['1 `mode-not-octal` is not reported on line 1; remove it here'],
    ],
    [
      'when the line is another',
      '# kindling-disable unused-key\n\na: «unused-key»1\n',
      ['3 unused-key'],
      ['1 `unused-key` is not reported on line 2; remove it here'],
    ],
    [
      'when its code is unknown',
      'a: 1 # kindling-disable mode-not-octel, xyz\n',
      [],
      [
        '1 there is no code `mode-not-octel`; did you mean `mode-not-octal`?',
        '1 there is no code `xyz`; `kindling rules` lists all codes',
      ],
    ],
    [
      'when it has no code',
      'a: 1 # kindling-disable\n',
      [],
      ['1 name what to hide: the code of a warning behind `kindling-disable`'],
    ],
    [
      'when it names an error',
      'a: «!path-relative»x # kindling-disable path-relative\n',
      ['1 path-relative'],
      ['1 `path-relative` is an error on line 1, and errors cannot be hidden; mend it'],
    ],
    [
      'when it names an error for the file',
      '# kindling-disable-file path-relative\na: «!path-relative»x\n',
      ['2 path-relative'],
      ['1 `path-relative` is an error in this file, and errors cannot be hidden; mend it'],
    ],
    [
      'when it is for the file and too late',
      'a: 1\n# kindling-disable-file unused-key\nb: «unused-key»1\n',
      ['3 unused-key'],
      ['2 `kindling-disable-file` must stand alone at the top of the file, before the config'],
    ],
  ])('%s', (_, text, kept, unused) => {
    expect(run(text)).toEqual({ kept, unused });
  });
});

test('findings in other files stay', () => {
  const document = readDocument('# kindling-disable-file unused-key\na: 1\n', 'a.bu');
  const location = { uri: 'b.ign', range: { start: 40, end: 41 } };
  const other: Diagnostic = { code: 'unused-key', severity: 'warning', message: '', location, path: [] };
  expect(suppress(document, [other], codes).kept).toEqual([other]);
});

test('many comments in a long file take time in proportion', () => {
  const text = 'a: |\n  text # kindling-disable unused-key\nb: 1 # kindling-disable unused-key\n'.repeat(20_000);
  const start = performance.now();
  expect(suppress(readDocument(text, 'a.bu'), [], codes).unused).toHaveLength(20_000);
  expect(performance.now() - start).toBeLessThan(10_000);
});
