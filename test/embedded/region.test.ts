// Places in the content of a flow scalar and where they are written, there and back; writing; and where a region ends.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { regionOf } from '../../compiler/src/embedded/region.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { type Atom, atom, check, eols, options, raw, scalarAt } from './region-atoms.ts';

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
