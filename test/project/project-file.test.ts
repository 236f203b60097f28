// `kindling.yaml`: what it says, and what is wrong with it, at its exact place.
import { describe, expect, test } from 'vitest';
import { readProject } from '../../compiler/src/project/project.ts';
import { projectSchema } from '../../spec/derive/project-schema.ts';

const good = `files-dir: files
fragments: [base.d/*.bu]
override: [base.d/99.bu]
targets:
  - name: one
    fragments: [one.bu]
    override: [one.bu]
    output: out/one.json
    format: pretty
    flatten: true
    source-map: true
  - name: two
    files-dir: other
`;

/** Code and marked text of each finding. */
function faults(text: string): readonly (readonly [string, string])[] {
  return readProject(text, 'kindling.yaml').diagnostics.map(({ code, location: { range } }) => [
    code,
    text.slice(range.start, range.end),
  ]);
}

test('targets with what they share', () => {
  const { targets, diagnostics } = readProject(good, 'kindling.yaml');
  expect(diagnostics).toEqual([]);
  const plain = targets.map(({ place, outputPlace: { location }, ...target }) => ({
    ...target,
    place: good.slice(place.location.range.start, place.location.range.end),
    outputPlace: good.slice(location.range.start, location.range.end),
    fragments: target.fragments.map(({ text }) => text),
    override: target.override.map(({ text }) => text),
  }));
  expect(plain).toEqual([
    {
      name: 'one',
      place: 'one',
      fragments: ['base.d/*.bu', 'one.bu'],
      override: ['base.d/99.bu', 'one.bu'],
      filesDir: 'files',
      output: 'out/one.json',
      outputPlace: 'out/one.json',
      format: 'pretty',
      flatten: true,
      sourceMap: true,
    },
    {
      name: 'two',
      place: 'two',
      fragments: ['base.d/*.bu'],
      override: ['base.d/99.bu'],
      filesDir: 'other',
      output: undefined,
      outputPlace: 'two',
      format: 'auto',
      flatten: false,
      sourceMap: false,
    },
  ]);
});

describe('faults', () => {
  test.each([
    ['an unknown key', 'tagets: []\ntargets: [{name: a, fragments: [a]}]\n', [['project-unknown-key', 'tagets']]],
    [
      'an unknown key of a target',
      'targets:\n  - name: a\n    fragments: [a]\n    outptu: x\n',
      [['project-unknown-key', 'outptu']],
    ],
    ['no targets', 'fragments: [a]\n', [['project-invalid', 'fragments: [a]']]],
    ['an empty file', '', [['project-invalid', '']]],
    ['a target without a name', 'targets:\n  - fragments: [a]\n', [['project-invalid', 'fragments: [a]']]],
    [
      'a name twice',
      'targets:\n  - {name: a, fragments: [a]}\n  - {name: "a", fragments: [b]}\n',
      [['project-invalid', '"a"']],
    ],
    ['no fragments', 'targets:\n  - name: a\n', [['project-invalid', 'name: a']]],
    ['fragments as a text', 'targets:\n  - {name: a, fragments: a.bu}\n', [['yaml-type-mismatch', 'a.bu']]],
    ['a misspelt key', 'targets:\n  - {name: a, fragment: [a]}\n', [['project-unknown-key', 'fragment']]],
    ['a misspelt name', 'targets:\n  - {nam: a, fragments: [a]}\n', [['project-unknown-key', 'nam']]],
    [
      'another target without fragments',
      'targets:\n  - {name: a, fragment: [a]}\n  - name: b\n',
      [
        ['project-unknown-key', 'fragment'],
        ['project-invalid', 'name: b'],
      ],
    ],
    ['an unknown format', 'targets:\n  - {name: a, fragments: [a], format: prety}\n', [['project-invalid', 'prety']]],
    ['a wrong type', 'targets: {a: 1}\n', [['yaml-type-mismatch', '{a: 1}']]],
    ['no YAML', 'targets: [\n', [['yaml-syntax', '[']]],
    ['a second document', 'targets:\n  - {name: a, fragments: [a]}\n---\na: b\n', [['yaml-later-document', '---']]],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });
});

test('the JSON Schema knows every key that the reader knows', () => {
  const schema = projectSchema() as { properties: { targets: { items: { properties: object } } } };
  expect(Object.keys(schema.properties)).toEqual(['fragments', 'override', 'files-dir', 'targets']);
  expect(Object.keys(schema.properties.targets.items.properties)).toContain('source-map');
});
