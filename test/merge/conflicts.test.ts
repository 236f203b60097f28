// Every kind of conflict: exactly the marked findings, at exactly the marked places of all fragments. A file is named after the
// code that it is about.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../compiler/src/document.ts';
import { all as kinds } from '../../compiler/src/project/conflicts/index.gen.ts';
import { readFragments } from '../../compiler/src/project/fragment.ts';
import { mergeFreely } from '../../compiler/src/project/merge-freely.ts';
import { unusedOverrides } from '../../compiler/src/project/unused-overrides.ts';
import type { Location } from '../../compiler/src/text/range.ts';
import { type MergeFixture, readMergeFixtures } from './fixture.ts';

const folder = fileURLToPath(new URL('./conflicts/', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.fragments'));

describe.each(files)('%s', (file) => {
  const code = file.replace('.fragments', '');
  const fixtures = readMergeFixtures(code, readFileSync(folder + file, 'utf8'));

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    expect(findingsIn(fixture)).toEqual(fixture.expected);
  });

  test('its code is found in one of its cases, with places in two fragments', () => {
    const marked = fixtures.flatMap(({ expected }) => expected.filter((each) => each.endsWith(` ${code}`)));
    expect(new Set(marked.map((each) => each.split(':')[0])).size).toBeGreaterThan(1);
  });
});

test('every kind of conflict has a fixture', () => {
  const codes = files.map((file) => file.replace('.fragments', ''));
  expect(codes).toEqual(expect.arrayContaining(kinds.map(({ code }) => code)));
});

function findingsIn({ fragments, override }: MergeFixture): readonly string[] {
  const read = fragments.flatMap(({ name, text }) => readFragments(text, name, {}));
  const documents = new Map(read.map(({ name, document }) => [name, document]));
  const merged = mergeFreely(read, { isOverride: ({ name }) => override.includes(name) });
  const { diagnostics, result } = merged;
  expect(result === undefined).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  return [...diagnostics, ...unusedOverrides([{ ...merged, isWhole: true }])]
    .flatMap(({ code, severity, location, notes = [] }) => [
      `${placeOf(location, documents)} ${severity} ${code}`,
      ...notes.flatMap((note) => (note.location ? [`${placeOf(note.location, documents)} also ${code}`] : [])),
    ])
    .sort();
}

function placeOf({ uri, range }: Location, documents: ReadonlyMap<string, Document>): string {
  const lines = documents.get(uri)?.lines;
  const [from, to] = [lines?.at(range.start), lines?.at(range.end)];
  if (from === undefined || to === undefined) return uri;
  const length = to.line > from.line ? 'and on' : Math.max(1, to.column - from.column);
  return `${uri}:${from.line}:${from.column} ${length}`;
}
