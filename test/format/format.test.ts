// The formatter: what it does to odd styles, and that it never changes what a config means.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../compiler/src/compile.ts';
import { formatDocument, formatRange } from '../../compiler/src/format/format.ts';
import { isSameTree } from '../../compiler/src/format/same-tree.ts';
import { sortKeys } from '../../compiler/src/format/sort-keys.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { applyEdits } from '../../compiler/src/text/edit.ts';
import { hostOf, sampleCorpus } from '../conformance/corpus.ts';
import { commentsOf } from '../edit/operations.ts';
import { random } from '../fuzz/random.ts';
import { randomYaml } from '../fuzz/random-yaml.ts';
import { faultOfFormat } from './properties.ts';

/** Thousands of documents on a busy machine. */
const slow = { timeout: 240_000 };

function formatted(text: string): string {
  const result = formatDocument(readDocument(text, '-'));
  return result.kind === 'formatted' ? result.text : `${result.kind}: ${'reason' in result ? result.reason : ''}`;
}

const corpus = sampleCorpus();

describe('never changes what a document means', () => {
  test('random documents', slow, () => {
    const faults = Array.from({ length: 1000 }, (_, seed) => ({ seed, fault: faultOfFormat(randomYaml(seed)) }));
    expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  test('the corpus', slow, () => {
    const faults = corpus.map(({ id, input }) => ({ id, fault: faultOfFormat(input) }));
    expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([]);
  });

  test('the output of accepted configs, byte for byte', slow, () => {
    const wrong = corpus.flatMap(({ id, input, files, options, expect: { output } }) => {
      if (output === null) return [];
      const result = formatDocument(readDocument(input, '-'));
      if (result.kind !== 'formatted') return [];
      const before = compile(input, { host: hostOf(files), ...options });
      const after = compile(result.text, { host: hostOf(files), ...options });
      const codes = (each: typeof before): string => each.diagnostics.map(({ code }) => code).join(' ');
      return before.output === after.output && codes(before) === codes(after) ? [] : [id];
    });
    expect(wrong).toEqual([]);
  });

  test('an independent reader reads the same data', slow, () => {
    const read = (text: string): string | undefined => {
      try {
        return JSON.stringify(parse(text, { logLevel: 'error', uniqueKeys: false, version: '1.1' }));
      } catch {
        return undefined;
      }
    };
    const wrong = corpus.flatMap(({ id, input }) => {
      const before = read(input);
      if (before === undefined || formatDocument(readDocument(input, '-')).kind !== 'formatted') return [];
      // The reader of YAML 1.1 does not know `0o`, and ends the last line of a text with a line break that is not there.
      if (/0o[0-7]/.test(input) || id.includes('literal-eof')) return [];
      return read(formatted(input)) === before ? [] : [id];
    });
    expect(wrong).toEqual([]);
  });
});

describe('formats a part', () => {
  test('so that the rest stays and all means the same', () => {
    for (let seed = 0; seed < 500; seed++) {
      const text = randomYaml(seed);
      const document = readDocument(text, '-');
      const { int } = random(seed);
      const start = int(text.length);
      const end = Math.min(text.length, start + int(60));
      const result = formatRange(document, { start, end });
      if (result.kind !== 'formatted') continue;
      expect(applyEdits(text, result.edits)).toBe(result.text);
      expect(readDocument(result.text, '-').problems).toEqual([]);
      expect(isSameTree(document.root, readDocument(result.text, '-').root)).toBe(true);
      expect(commentsOf(result.text)).toEqual(commentsOf(text));
    }
  });

  test('only the block around the range', () => {
    const text = 'a:\n  - b:   1\n    c:   2\n  - d:   3\ne:    4\n';
    const start = text.indexOf('d:');
    const result = formatRange(readDocument(text, '-'), { start, end: start + 1 });
    expect(result.kind === 'formatted' && result.text).toBe('a:\n  - b:   1\n    c:   2\n  - d: 3\ne:    4\n');
  });
});

describe('style', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'indents by two, lists too',
      'a:\n      b:\n      - c\n      -   d: 1\n          e: 2\n',
      'a:\n  b:\n    - c\n    - d: 1\n      e: 2\n',
    ],
    [
      'one blank around colons, dashes and brackets',
      'a :   1\nb: [1,2 ,3]\nc: {x: 1,y:   2}\nd: {}\n',
      'a: 1\nb: [1, 2, 3]\nc: { x: 1, y: 2 }\nd: {}\n',
    ],
    [
      'quotes only where needed',
      `a: "x"\nb: 'y z'\nc: "0644"\nd: 'true'\ne: "a: b"\nf: 'no'\ng: ""\n`,
      `a: x\nb: y z\nc: "0644"\nd: 'true'\ne: "a: b"\nf: 'no'\ng: ""\n`,
    ],
    [
      'text of many lines as a block',
      'a: "one\\ntwo\\n"\nb: "one\\ntwo"\nc: "one\\n"\n',
      'a: |\n  one\n  two\nb: |-\n  one\n  two\nc: "one\\n"\n',
    ],
    [
      'sections apart',
      'variant: fcos\nversion: 1.6.0\nstorage:\n  files: []\nsystemd:\n  units: []\n',
      'variant: fcos\nversion: 1.6.0\n\nstorage:\n  files: []\n\nsystemd:\n  units: []\n',
    ],
    [
      'comments where they were',
      '# top\na:   # beside\n      # above\n      b: 1   # behind\n      # below b\n# at the end\n',
      '# top\na: # beside\n  # above\n  b: 1 # behind\n  # below b\n# at the end\n',
    ],
    ['one blank line at most', 'a: 1\n\n\n\nb: 2\n', 'a: 1\n\nb: 2\n'],
    ['CRLF stays', 'a:   1\r\nb: |\r\n     x\r\n', 'a: 1\r\nb: |\r\n  x\r\n'],
    ['a byte order mark stays', '\ufeffa:  1\n', '\ufeffa: 1\n'],
    ['a block that keeps its blank lines', 'a: |+\n    x\n\n\nb: 1\n', 'a: |+\n  x\n\n\nb: 1\n'],
    ['a block without a line break at the end of the text', 'a: |\n    x', 'a: |-\n  x\n'],
    ['marks and what lies behind them', '--- # c\na:  1\n...\n junk:   x\n', '--- # c\na: 1\n...\n junk:   x\n'],
    [
      'anchors, tags and aliases',
      'a: &x   !!str  y\nb:   *x\nc: &m\n      k: 1\nd:\n    <<:   *m\n',
      'a: &x !!str y\nb: *x\n\nc: &m\n  k: 1\n\nd:\n  <<: *m\n',
    ],
    ['brackets over several lines', 'a: [ b,\n   c ]\n', 'a: [\n  b,\n  c\n]\n'],
    ['tabs between things', 'a:\t1\t# c\n', 'a: 1 # c\n'],
    ['a template', 'a:   {{ x }}\n', 'left: it looks like a template, whose placeholders would be taken for YAML'],
    ['a broken document', 'a: [\n', 'broken: '],
  ];
  test.each(cases)('%s', (_, before, after) => {
    expect(formatted(before)).toBe(after);
  });

  test('modes as octal digits, where that is certain', () => {
    const config = (mode: string): string =>
      `variant: fcos\nversion: 1.6.0\n\nstorage:\n  files:\n    - path: /a\n      mode: ${mode}\n`;
    expect(formatted(config('0o644'))).toBe(config('0644'));
    expect(formatted(config('420'))).toBe(config('0644'));
    expect(formatted(config('0x1a4'))).toBe(config('0644'));
    expect(formatted(config('644'))).toBe(config('644'));
    expect(formatted(config('"420"'))).toBe(config('"420"'));
  });

  test('keys in order, on request, with their comments', () => {
    const text =
      'version: 1.6.0\nvariant: fcos\nstorage:\n  files:\n    # the mode\n    - mode: 0644\n      # the path\n      path: /a # p\n      overwrite: true\n';
    expect(formatted(sortKeys(readDocument(text, '-')))).toBe(
      'variant: fcos\nversion: 1.6.0\n\nstorage:\n  files:\n    # the mode\n    - overwrite: true\n      # the path\n      path: /a # p\n      mode: 0644\n',
    );
  });

  test('sorting keys changes no output', slow, () => {
    const wrong = corpus.flatMap(({ id, input, files, options, expect: { output } }) => {
      if (output === null) return [];
      const after = compile(sortKeys(readDocument(input, '-')), { host: hostOf(files), ...options });
      return after.output === compile(input, { host: hostOf(files), ...options }).output ? [] : [id];
    });
    expect(wrong).toEqual([]);
  });
});
