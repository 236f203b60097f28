// The files of a real disk for the server. Never throws: a file that cannot be read is none.
import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { filesDir } from '../compiler/node/files-dir.ts';
import { gzip } from '../compiler/node/gzip.ts';
import { opener } from '../compiler/node/opener.ts';
import { hiddenNames, type ServerFiles } from './src/files.ts';

const largestText = 16 * 1024 * 1024;

export function nodeFiles(): ServerFiles {
  return {
    gzip,
    digest: opener.digest,
    opener,
    inputs: (directory, options) => {
      const path = pathOf(directory);
      return path === undefined ? undefined : filesDir(path, options);
    },
    read: (uri) => attempt(uri, readText),
    exists: (uri) => attempt(uri, existsSync) === true,
    list: (uri) => attempt(uri, listDirectory) ?? [],
    resolve: (uri) => attempt(uri, (path) => pathToFileURL(realpathSync(path)).href),
  };
}

function readText(path: string): string | undefined {
  const stat = statSync(path);
  return stat.isFile() && stat.size <= largestText ? readFileSync(path, 'utf8') : undefined;
}

function listDirectory(path: string) {
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => !hiddenNames.has(name))
    .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
}

function attempt<T>(uri: string, work: (path: string) => T): T | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  try {
    return work(path);
  } catch {
    return undefined;
  }
}

function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    // A file URI of another host, or one that is none.
    return undefined;
  }
}
