// From the arguments of `check` to files: names as they are, directories searched, globs matched. The order depends on names
// alone. Reads directories, never files.
import { type Dirent, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCode } from '../../node/files-dir.ts';
import { isButaneName } from '../../src/butane-name.ts';
import type { FileFailure } from '../../src/render/renderer.ts';
import { systemErrorWords } from '../system-error.ts';

export interface FoundFile {
  /** As reports call it. */
  readonly name: string;
  /** Absent for standard input. */
  readonly path?: string;
  /** What stands for its contents: those of standard input can be read only once, and may have been mended since. */
  readonly bytes?: Uint8Array;
  /** It was found by a search and counts only when its contents show that it is a config. */
  readonly isCandidate: boolean;
}

/** What one argument stands for. */
export interface FoundArgument {
  readonly argument: string;
  readonly kind: 'file' | 'directory' | 'glob';
  readonly files: readonly FoundFile[];
  readonly failures: readonly FileFailure[];
}

export const standardInputName = '<stdin>';

/** Looks up each argument; without any, the current directory. */
export async function findFiles(args: readonly string[]): Promise<readonly FoundArgument[]> {
  const found: FoundArgument[] = [];
  for (const argument of args.length === 0 ? ['.'] : args) found.push(await findArgument(argument));
  return found;
}

async function findArgument(argument: string): Promise<FoundArgument> {
  if (argument === '-') {
    return { argument, kind: 'file', files: [{ name: standardInputName, isCandidate: false }], failures: [] };
  }
  try {
    if (statSync(argument).isDirectory()) return findInDirectory(argument);
  } catch (error) {
    if (isGlob(argument) && !existsSync(argument)) return findGlob(argument);
    const failures = [{ file: argument, message: systemErrorWords(error) }];
    return { argument, kind: 'file', files: [], failures };
  }
  return { argument, kind: 'file', files: [{ name: argument, path: argument, isCandidate: false }], failures: [] };
}

/** The files that a search takes: by their endings, the second kind only when the contents fit. */
const isConfigName = (name: string): boolean => isButaneName(name) || /\.ign$/i.test(name);
const yamlEnding = /\.ya?ml$/;
const skipped: ReadonlySet<string> = new Set(['node_modules', '.git']);

function findInDirectory(argument: string): FoundArgument {
  const files: FoundFile[] = [];
  const failures: FileFailure[] = [];
  const search = (directory: string): void => {
    for (const entry of entriesOf(directory, failures)) {
      const path = join(directory, entry.name);
      if (isDirectoryToSearch(entry)) search(path);
      else if (isFile(entry, path) && (isConfigName(path) || yamlEnding.test(path))) {
        files.push({ name: path, path, isCandidate: yamlEnding.test(path) });
      }
    }
  };
  search(argument);
  return { argument, kind: 'directory', files, failures };
}

function entriesOf(directory: string, failures: FileFailure[]): readonly Dirent[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    failures.push({ file: directory, message: systemErrorWords(error) });
    return [];
  }
}

/** Links to directories are not followed: they may lead in circles, and what is behind them has a place of its own. */
function isDirectoryToSearch(entry: Dirent): boolean {
  return entry.isDirectory() && !skipped.has(entry.name);
}

function isFile(entry: Dirent, path: string): boolean {
  return entry.isSymbolicLink() ? leadsToFile(path) : entry.isFile();
}

/**
 * A link that leads nowhere was put there for something else, as Emacs marks a file that is being edited (`.#a.bu`). One whose
 * target nobody may look at counts: reading it then says so.
 */
function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile();
  } catch (error) {
    return !['ENOENT', 'ELOOP', 'ENOTDIR'].includes(errorCode(error));
  }
}

function isGlob(argument: string): boolean {
  return /[*?[\]{}!()]/.test(argument);
}

async function findGlob(argument: string): Promise<FoundArgument> {
  const { globSync } = await import('tinyglobby');
  const failed = (message: string): FoundArgument => {
    return { argument, kind: 'glob', files: [], failures: [{ file: argument, message }] };
  };
  try {
    const names = globSync(argument, {
      absolute: argument.startsWith('/'),
      dot: true,
      expandDirectories: false,
      followSymbolicLinks: false,
      ignore: [...skipped].map((name) => `**/${name}/**`),
    });
    const there = names.filter((name) => !isLink(name) || leadsToFile(name));
    if (there.length === 0) return failed('no file matches');
    const files = there.sort().map((name) => ({ name, path: name, isCandidate: yamlEnding.test(name) }));
    return { argument, kind: 'glob', files, failures: [] };
  } catch (error) {
    return failed(`the pattern is not valid (${error instanceof Error ? error.message : 'unknown'})`);
  }
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

/** Each file once, where it is named first. */
export function distinctFiles(found: readonly FoundArgument[]): readonly FoundFile[] {
  const byPath = new Map<string, FoundFile>();
  for (const file of found.flatMap(({ files }) => files)) {
    const key = file.path === undefined ? standardInputName : resolve(file.path);
    const earlier = byPath.get(key);
    // A file that was named is checked whatever is in it.
    if (earlier === undefined) byPath.set(key, file);
    else if (earlier.isCandidate && !file.isCandidate) byPath.set(key, file);
  }
  return [...byPath.values()];
}
