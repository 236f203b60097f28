// `--files-dir auto`: the nearest directory above a config in which its local files are. Looks whether names exist, never
// into files; and never above the repository that the config is in.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { append } from '../../src/append.ts';
import type { Document } from '../../src/document.ts';
import { localNames } from '../../src/local-names.ts';
import { projectFile } from '../../src/project/project-file.ts';
import { readDocument } from '../../src/read-document.ts';
import { keyOf } from '../../src/syntax/resolve-scalar.ts';
import { joinPath } from '../../src/text/clean-path.ts';

/**
 * The directory for a document that lies in `directory`: the nearest one with all of its local files; else the nearest one
 * with the most; else `directory` itself. Undefined when the document names none.
 */
export function autoFilesDir(document: Document, directory: string): string | undefined {
  const names = localNames(document);
  if (names.length === 0) return undefined;
  let best = resolve(directory);
  let most = 0;
  for (const candidate of ancestors(best)) {
    const count = names.filter((name) => existsBelow(candidate, name)).length;
    if (count === names.length) return candidate;
    if (count > most) {
      best = candidate;
      most = count;
    }
  }
  return best;
}

/** A directory and those above it: up to the root of its repository, and never the root of the file system. */
function ancestors(directory: string): readonly string[] {
  const found: string[] = [];
  for (let at = directory; ; at = dirname(at)) {
    if (dirname(at) === at) return found;
    append(found, [...projectFilesDir(at), at]);
    if (existsSync(join(at, '.git'))) return found;
  }
}

/** Names that lead out of the directory are refused later. */
function existsBelow(directory: string, name: string): boolean {
  const path = joinPath(directory, name);
  return path.startsWith(`${directory}/`) && existsSync(path);
}

/** The files directory of the project that lies in a directory, if one does and names one. */
function projectFilesDir(directory: string): readonly string[] {
  const path = join(directory, projectFile);
  if (!existsSync(path)) return [];
  const { root } = readDocument(readFileSync(path), path);
  const pair = root.kind === 'map' ? root.pairs.find(({ key }) => keyOf(key) === 'files-dir') : undefined;
  return pair?.value.kind === 'scalar' ? [resolve(directory, pair.value.text)] : [];
}
