// Places in the content of JSON strings and where they are written, there and back; also of JSON inside of YAML.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { innerRegion } from '../../compiler/src/embedded/inner-region.ts';
import { type Region, regionOf } from '../../compiler/src/embedded/region.ts';
import { parseJson } from '../../compiler/src/syntax/parse-json.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { type Atom, atom, checkPlaces, options, raw, scalarAt } from './region-atoms.ts';

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
  test('with half of a pair', () => {
    const escapes = [atom('\\/', '/'), atom('\\ud83d', '\ud83d'), atom('\\n', '\n'), atom('\\u0041', 'A')];
    const document = `{"key":"x${escapes.map(({ written }) => written).join('')}\\ude00"}`;
    const { root } = parseJson(document, 'x.ign');
    const region = regionOf(scalarAt(root), document);
    // A lone half of a pair is U+FFFD, here as in Go.
    expect(region?.text).toBe('x/\ufffd\nA\ufffd');
    if (region)
      checkPlaces(region, document, 8, [atom('x'), atom('\\/', '/'), atom('\\ud83d', '\ufffd'), ...escapes.slice(2)]);
  });

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
