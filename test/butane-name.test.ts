// All that asks for the name of a file gives one answer.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { findFiles } from '../compiler/cli/check/find-files.ts';
import { isButaneName } from '../compiler/src/butane-name.ts';
import { recognise } from '../compiler/src/editor/recognise.ts';
import { analyze, readDocument, readFragments } from '../compiler/src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindling-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['a.bu', true],
  ['A.BU', true],
  ['a.Butane', true],
  ['a.FCC', true],
  ['a.bu.txt', false],
  ['bu', false],
])('%s: %s', async (name, expected) => {
  expect(isButaneName(name)).toBe(expected);
  expect(recognise(`file:///${name}`, '', '') === 'butane').toBe(expected);
  writeFileSync(join(folder, name), '');
  const found = (await findFiles([folder])).flatMap(({ files }) => files);
  expect(found.some(({ path }) => path?.endsWith(`/${name}`))).toBe(expected);
  if (expected) expect(readFragments('{}', name, {})[0]?.kind).toBe('butane');
});

test('an Ignition config under such a name is told to change it, in whatever case', () => {
  const text = '{"ignition": {"version": "3.5.0"}}';
  const [first, second] = ['a.bu', 'a.BU'].map((path) => analyze(readDocument(text, path), {}).diagnostics[0]?.message);
  expect(first).toMatch(/let its name end in/);
  expect(second).toBe(first);
});
