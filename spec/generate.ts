// The one generator: `npm run generate` bundles this file with esbuild and runs it in the root of the repository. It writes
// the indexes (committed) and then, from the specs that the indexes find, the JSON Schemas and reference pages (dist/).
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { indexedFolders, indexText, isIndexed, namedFolders, namesText } from './derive/indexes.ts';

/** What a file of `artefacts` exports: texts with their places below `dist/`. */
interface Artefacts {
  artefacts(): readonly { readonly path: string; readonly text: string }[];
}

/** Files that make artefacts: of the specs, and of the diagnostics. */
const makers = ['spec/derive/artefacts.ts', 'compiler/src/artefacts.ts'] as const;

for (const folder of indexedFolders) {
  const files = sourcesOf(folder);
  if (files.length > 0) writeIfChanged(join(folder, 'index.gen.ts'), indexText(files));
  if (namedFolders.includes(folder)) writeIfChanged(join(folder, 'names.gen.ts'), namesText(files));
}
for (const maker of makers) {
  const { artefacts } = await loadArtefacts(maker);
  for (const { path, text } of artefacts()) writeIfChanged(join('dist', path), text);
}

/** The indexed files of a folder and its sub-folders, as paths from it. */
function sourcesOf(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesOf(path).map((file) => `${entry.name}/${file}`);
    return entry.name.endsWith('.ts') && isIndexed(readFileSync(path, 'utf8')) ? [entry.name] : [];
  });
}

/** Bundled only now: the specs are reached through the indexes that have just been written. */
async function loadArtefacts(maker: string): Promise<Artefacts> {
  // By a name that the bundler of this file cannot see: esbuild does not work from inside a bundle.
  const bundler: string = 'esbuild';
  const { build } = (await import(bundler)) as typeof import('esbuild');
  const outfile = resolve('node_modules/.cache/kindling', `${maker.replaceAll('/', '-')}.mjs`);
  await build({
    entryPoints: [maker],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'node20',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

function writeIfChanged(path: string, text: string): void {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
