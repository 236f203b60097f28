// The generated indexes are those that `npm run generate` would write now, and hold what the files hold.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compareNaturally, indexedFolders, indexText, isIndexed } from '../../spec/derive/indexes.ts';
import { specs } from '../../spec/resolve.ts';

const root = new URL('../../', import.meta.url);

function sourcesOf(folder: string): readonly string[] {
  const entries = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
  return entries
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && isIndexed(readFileSync(new URL(`${folder}/${file}`, root), 'utf8')));
}

test.each(indexedFolders)('the index of %s is up to date', (folder) => {
  const index = new URL(`${folder}/index.gen.ts`, root);
  const sources = existsSync(new URL(folder, root)) ? sourcesOf(folder) : [];
  if (sources.length === 0) expect(existsSync(index)).toBe(false);
  else expect(readFileSync(index, 'utf8')).toBe(indexText(sources));
});

test('the order of files in the folder makes no difference', () => {
  const files = ['b/4.10.0.ts', 'a.ts', 'b/4.9.0.ts', 'b/4.9.0-x.ts'];
  expect(indexText(files)).toBe(indexText([...files].reverse()));
  expect([...files].sort(compareNaturally)).toEqual(['a.ts', 'b/4.9.0-x.ts', 'b/4.9.0.ts', 'b/4.10.0.ts']);
});

test('a spec is where its variant and version say', () => {
  const files = sourcesOf('spec/variants').map((file) => file.replace('/', ' ').replace(/\.ts$/, ''));
  expect([...files].sort()).toEqual(specs.map(({ variant, version }) => `${variant} ${version}`).sort());
});
