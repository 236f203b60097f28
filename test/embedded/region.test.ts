// Places in the content of a scalar and where they are written, there and back, for every style that YAML and JSON have.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { innerRegion } from '../../compiler/src/embedded/inner-region.ts';
import { type Region, regionOf } from '../../compiler/src/embedded/region.ts';
import type { ScalarNode, SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
import { parseJson } from '../../compiler/src/syntax/parse-json.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';

const options = { numRuns: Number(process.env.FC_RUNS ?? 500) };

/** A piece of a scalar: what is written, and what of the content it is ("" for what is no content). */
interface Atom {
  readonly written: string;
  readonly content: string;
}

const eols = fc.constantFrom('\n', '\r\n');

function atom(written: string, content: string = written): Atom {
  return { written, content };
}

/** Characters that are content as they are: one atom for each unit, as each has a place of its own. */
function raw(text: string): Atom[] {
  return text.split('').map((unit) => atom(unit));
}

/** The scalar at `key` in a document, with the atoms that it consists of, from `start` on. */
function check(document: string, start: number, atoms: readonly Atom[]): void {
  const { root, problems } = parseYaml(document, 'x.bu');
  expect(problems).toEqual([]);
  const node = scalarAt(root);
  const region = regionOf(node, document);
  const content = atoms.map((each) => each.content).join('');
  expect(node.text).toBe(content);
  expect(region?.text).toBe(content);
  if (region) checkPlaces(region, document, start, atoms);
}

function checkPlaces(region: Region, document: string, start: number, atoms: readonly Atom[]): void {
  let inner = 0;
  let outer = start;
  for (const { written, content } of atoms) {
    expect(document.startsWith(written, outer)).toBe(true);
    const end = outer + written.length;
    for (let unit = 0; unit < content.length; unit++) {
      expect(region.toSource(inner + unit)).toBe(outer);
      expect(region.toSourceRange({ start: inner + unit, end: inner + unit + 1 })).toEqual({ start: outer, end });
      expect(region.toSourceRange({ start: 0, end: inner + unit + 1 }).end).toBe(end);
    }
    if (content !== '') expect(region.toInner(outer)).toBe(inner);
    inner += content.length;
    outer = end;
  }
}

function scalarAt(root: SyntaxNode): ScalarNode {
  const node =
    root.kind === 'map' ? root.pairs.find(({ key }) => key.kind === 'scalar' && key.text === 'key') : undefined;
  if (node?.value.kind !== 'scalar') throw new Error('the document has no scalar at `key`');
  return node.value;
}

/** Words with blanks and line breaks between them: what flow scalars of all styles have in common. */
function flowText(word: fc.Arbitrary<Atom[]>, extra: fc.Arbitrary<Atom[]>[] = []): fc.Arbitrary<Atom[]> {
  const blanks = fc.constantFrom(' ', '  ', '\t').map(raw);
  const gap = fc.oneof(blanks, fold, ...extra);
  return fc
    .tuple(word, fc.array(fc.tuple(gap, word), { maxLength: 5 }))
    .map(([first, rest]) => [...first, ...rest.flatMap(([between, next]) => [...between, ...next])]);
}

/** One line break is a blank; of several the first one goes. Blanks around them are no content. */
const fold = fc
  .record({
    before: fc.constantFrom('', ' ', '\t'),
    blankLines: fc.array(fc.constantFrom('', '  '), { maxLength: 2 }),
    indent: fc.constantFrom('  ', '     '),
    eol: eols,
  })
  .map(({ before, blankLines, indent, eol }): Atom[] => [
    atom(before, ''),
    atom(eol, blankLines.length === 0 ? ' ' : ''),
    ...blankLines.flatMap((blanks) => [atom(blanks, ''), atom(eol, '\n')]),
    atom(indent, ''),
  ]);

function wordOf(...atoms: readonly Atom[][]): fc.Arbitrary<Atom[]> {
  return fc.array(fc.constantFrom(...atoms), { minLength: 1, maxLength: 4 }).map((word) => word.flat());
}

const letters = [raw('a'), raw('é'), raw('😀'), raw('z')];

describe('a flow scalar', () => {
  const around = fc.record({
    head: fc.constantFrom('', 'a: 😀\n'),
    tail: fc.constantFrom('', '\n', '\nnext: 1\n', ' # c\n'),
  });

  test('that is plain', () => {
    fc.assert(
      fc.property(around, flowText(wordOf(...letters, raw("x'"), raw('y"'))), ({ head, tail }, atoms) => {
        const open = `${head}key: `;
        check(open + atoms.map(({ written }) => written).join('') + tail, open.length, atoms);
      }),
      options,
    );
  });

  test('in single quotes', () => {
    fc.assert(
      fc.property(
        around,
        flowText(wordOf(...letters, [atom("''", "'")], raw('#'), raw('"'))),
        ({ head, tail }, atoms) => {
          const open = `${head}key: '`;
          check(`${open}${atoms.map(({ written }) => written).join('')}'${tail}`, open.length, atoms);
        },
      ),
      options,
    );
  });

  test('in double quotes', () => {
    const escapes = [
      ...[atom('\\n', '\n'), atom('\\"', '"'), atom('\\\\', '\\'), atom('\\x41', 'A'), atom('\\u00e9', 'é')],
      ...[
        atom('\\U0001F600', '😀'),
        atom('\\U00000041', 'A'),
        atom('\\ ', ' '),
        atom('\\t', '\t'),
        atom('\\L', '\u2028'),
      ],
    ].map((each) => [each]);
    const escapedBreak = fc
      .tuple(eols, fc.boolean())
      .map(([eol, hasBlank]): Atom[] => [
        atom(`\\${eol}   `, ''),
        ...(hasBlank ? [atom(eol, '\n'), atom('   ', '')] : []),
      ]);
    fc.assert(
      fc.property(
        around,
        flowText(wordOf(...letters, ...escapes, raw("'")), [escapedBreak]),
        ({ head, tail }, atoms) => {
          const open = `${head}key: "`;
          check(`${open}${atoms.map(({ written }) => written).join('')}"${tail}`, open.length, atoms);
        },
      ),
      options,
    );
  });

  test('of a JSON document', () => {
    const escapes = [atom('\\/', '/'), atom('\\ud83d', '\ud83d'), atom('\\n', '\n'), atom('\\u0041', 'A')];
    const document = `{"key":"x${escapes.map(({ written }) => written).join('')}\\ude00"}`;
    const { root } = parseJson(document, 'x.ign');
    const region = regionOf(scalarAt(root), document);
    // A lone half of a pair is U+FFFD, here as in Go.
    expect(region?.text).toBe('x/\ufffd\nA\ufffd');
    if (region)
      checkPlaces(region, document, 8, [atom('x'), atom('\\/', '/'), atom('\\ud83d', '\ufffd'), ...escapes.slice(2)]);
  });
});

/** A line of a block scalar, without its indentation. */
interface Line {
  readonly text: string;
  /** Blanks in front of the indentation of a blank line. */
  readonly blanks: number;
}

const blankLine = fc.nat({ max: 2 }).map((blanks): Line => ({ text: '', blanks }));
const contentLine = fc.constantFrom('a', 'bé 😀', '- x: 1', '# c', '  deeper', ' d', '\ttab', 'end ').map(
  (text): Line => ({
    text,
    blanks: 0,
  }),
);

interface Block {
  readonly lines: readonly Line[];
  readonly blanksBelow: readonly Line[];
  readonly indent: number;
  readonly hasIndicator: boolean;
  readonly chomping: string;
  readonly eol: string;
  readonly hasLastBreak: boolean;
  readonly next: string;
}

const block: fc.Arbitrary<Block> = fc
  .record({
    above: fc.array(blankLine, { maxLength: 2 }),
    first: contentLine,
    rest: fc.array(fc.oneof(contentLine, contentLine, blankLine), { maxLength: 6 }),
    last: contentLine,
    blanksBelow: fc.array(blankLine, { maxLength: 2 }),
    indent: fc.integer({ min: 2, max: 4 }),
    hasIndicator: fc.boolean(),
    chomping: fc.constantFrom('', '-', '+'),
    eol: eols,
    hasLastBreak: fc.boolean(),
    next: fc.constantFrom('', 'next: 1', '# comment'),
  })
  .map(({ above, first, rest, last, hasIndicator, ...more }) => ({
    ...more,
    lines: [...above, first, ...rest, last],
    // The indentation cannot be detected where the first line starts with a blank of its own.
    hasIndicator: hasIndicator || /^[ \t]/.test(first.text),
  }));

/** What a block scalar consists of, by the rules of YAML: literal line by line, folded between lines without blanks in front. */
function blockAtoms({ lines, blanksBelow, indent, chomping, eol }: Block, isFolded: boolean): Atom[] {
  const atoms: Atom[] = [];
  const last = lines.length - 1;
  for (const [index, { text, blanks }] of lines.entries()) {
    if (text === '') {
      atoms.push(atom(' '.repeat(blanks), ''), atom(eol, '\n'));
      continue;
    }
    atoms.push(atom(' '.repeat(indent), ''), ...raw(text));
    if (index === last) atoms.push(atom(eol, chomping === '-' ? '' : '\n'));
    else atoms.push(atom(eol, isFolded ? folded(lines, index) : '\n'));
  }
  for (const { blanks } of blanksBelow) {
    atoms.push(atom(' '.repeat(blanks), ''), atom(eol, chomping === '+' ? '\n' : ''));
  }
  return atoms;
}

/** What the line break behind a line becomes. */
function folded(lines: readonly Line[], index: number): string {
  const next = lines.findIndex(({ text }, at) => at > index && text !== '');
  const isSpaced = [lines[index], lines[next]].some((line) => /^[ \t]/.test(line?.text ?? ''));
  if (isSpaced) return '\n';
  return next === index + 1 ? ' ' : '';
}

describe('a block scalar', () => {
  test.each([
    ['literal', '|'],
    ['folded', '>'],
  ])('that is %s', (_, indicator) => {
    fc.assert(
      fc.property(block, (given) => {
        const { indent, hasIndicator, chomping, eol, hasLastBreak, next } = given;
        const atoms = blockAtoms(given, indicator === '>');
        const open = `a: 1${eol}key: ${indicator}${hasIndicator ? indent : ''}${chomping}${eol}`;
        const text = atoms.map(({ written }) => written).join('') + next;
        if (hasLastBreak || next !== '') check(open + text, open.length, atoms);
        else {
          // The last line break is missing in the source, and then in the content too.
          const kept = atoms.slice(
            0,
            atoms.findLastIndex(({ written }) => written === eol),
          );
          check(open + kept.map(({ written }) => written).join(''), open.length, kept);
        }
      }),
      options,
    );
  });

  test.each(['|', '>-', '|+\n\n\n', '|2-\n'])('without content: %j', (text) => {
    const document = `key: ${text}`;
    const region = regionOf(scalarAt(parseYaml(document, 'x.bu').root), document);
    expect(region?.text).toMatch(/^\n*$/);
    expect(region?.toSource(0)).toBeGreaterThanOrEqual(5);
    expect(region?.toSource(0)).toBeLessThanOrEqual(document.length);
  });
});

/** Characters of JSON strings, spelled in all ways that JSON has. */
const jsonAtoms = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'a',
        '[',
        '"',
        '\\',
        '/',
        '\n',
        '\t',
        '\u0007',
        ' ',
        '#',
        ':',
        "'",
        'é',
        '\u0085',
        '\u2028',
        '\ufeff',
        '😀',
      ),
      fc.constantFrom('raw', 'short', 'long', 'LONG'),
    ),
    { maxLength: 30 },
  )
  .map((given) => given.flatMap(([character, spelling]) => jsonAtom(character, spelling)));

function jsonAtom(character: string, spelling: string): Atom[] {
  const short = character === '/' ? '\\/' : JSON.stringify(character).slice(1, -1);
  if (spelling === 'short' && short !== character) return [atom(short, character)];
  const needsEscape = /[\u0000-\u001f"\\]/.test(character);
  if (spelling === 'raw' || spelling === 'short') return needsEscape ? [atom(short, character)] : raw(character);
  return character.split('').map((unit) => {
    const code = unit.charCodeAt(0).toString(16).padStart(4, '0');
    return atom(`\\u${spelling === 'LONG' ? code.toUpperCase() : code}`, unit);
  });
}

/** The region of the string behind `{"key": `. */
function jsonRegion(written: string): { readonly document: string; readonly region: Region | undefined } {
  const document = `{"key": "${written}"}`;
  const { root, problems } = parseJson(document, 'x.ign');
  expect(problems).toEqual([]);
  return { document, region: regionOf(scalarAt(root), document) };
}

describe('a string of JSON', () => {
  test('in every spelling', () => {
    fc.assert(
      fc.property(jsonAtoms, (atoms) => {
        const { document, region } = jsonRegion(atoms.map(({ written }) => written).join(''));
        expect(region?.text).toBe(atoms.map(({ content }) => content).join(''));
        if (region) checkPlaces(region, document, '{"key": "'.length, atoms);
      }),
      options,
    );
  });

  test('in a string of JSON, in a scalar of YAML', () => {
    fc.assert(
      fc.property(jsonAtoms, fc.constantFrom('double', 'single', 'literal'), (atoms, style) => {
        const json = `{"key": "${atoms.map(({ written }) => written).join('')}"}`;
        // Other things in it would be line breaks of YAML.
        if (/[\u0085\u2028\ufeff]/.test(json)) return;
        const scalars = {
          double: JSON.stringify(json),
          single: `'${json.replaceAll("'", "''")}'`,
          literal: `|-\n  ${json}`,
        };
        const document = `key: ${scalars[style as keyof typeof scalars]}\n`;
        const { root, problems } = parseYaml(document, 'x.bu');
        if (problems.length > 0) return;
        const outer = regionOf(scalarAt(root), document);
        const inner = jsonRegion(json.slice('{"key": "'.length, -'"}'.length)).region;
        expect(outer && inner).toBeDefined();
        if (!outer || !inner) return;
        const region = innerRegion(outer, inner);
        for (let offset = 0; offset < region.text.length; offset++) {
          const { start, end } = region.toSourceRange({ start: offset, end: offset + 1 });
          expect(region.toInner(start)).toBe(offset);
          // Read back through both layers, what is written there is the character.
          const layer = style === 'literal' ? document.slice(start, end) : unescaped(document.slice(start, end), style);
          expect(JSON.parse(`"${layer}"`)).toBe(region.text.charAt(offset));
        }
      }),
      options,
    );
  });

  function unescaped(text: string, style: string): string {
    return style === 'single' ? text.replaceAll("''", "'") : JSON.parse(`"${text}"`);
  }
});

describe('writing into a region', () => {
  const pieces = fc.array(fc.constantFrom('a', '"', "'", '\\', '$', '}', '\t', '😀', '\u0001'), { maxLength: 10 });
  test.each([
    ['double', '"ab"'],
    ['single', "'ab'"],
    ['literal', '|-\n  ab'],
  ])('puts the text there: %s', (style, scalar) => {
    fc.assert(
      fc.property(pieces, (given) => {
        const text = given.join('');
        // Nothing but quotes with escapes can hold everything.
        if (style !== 'double' && text.includes('\u0001')) return;
        const document = `key: ${scalar}\n`;
        const region = regionOf(scalarAt(parseYaml(document, '').root), document);
        const at = region?.toSource(1) ?? 0;
        const changed = document.slice(0, at) + region?.write(text) + document.slice(at);
        const { root, problems } = parseYaml(changed, '');
        expect(problems).toEqual([]);
        expect(scalarAt(root).text).toBe(`a${text}b`);
      }),
      options,
    );
  });
});

describe('a region', () => {
  test('has no inner place for indentation and what lies outside', () => {
    const document = 'key: |\n  a\n  b\nnext: 1\n';
    const region = regionOf(scalarAt(parseYaml(document, 'x.bu').root), document);
    expect([5, 8, 9, 10, 11, 12, 13, 14, 15, 16].map((offset) => region?.toInner(offset))).toEqual([
      ...[undefined, undefined, 0, 1, 2, undefined, 2, 3, 4, undefined],
    ]);
  });

  test('of an empty text is a place between the quotes', () => {
    const region = regionOf(scalarAt(parseYaml("key: ''\n", 'x.bu').root), "key: ''\n");
    expect(region?.toSourceRange({ start: 0, end: 0 })).toEqual({ start: 6, end: 6 });
    expect(region?.toInner(6)).toBe(0);
  });

  test('does not exist where the content is not what is written', () => {
    const node = scalarAt(parseYaml('key: "\\q"\n', 'x.bu').root);
    expect(regionOf(node, 'key: "\\q"\n')).toBeUndefined();
    expect(regionOf({ ...node, style: 'plain', text: 'other' }, 'key: "\\q"\n')).toBeUndefined();
  });
});
