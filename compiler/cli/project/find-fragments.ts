// From names and globs to the files of fragments: each once, in the order of the arguments, a glob's in the order of their names.
// Links to directories are not followed, so that they cannot lead in circles.
import { existsSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { exitCodes, Failure } from '../failure.ts';

/** The files that arguments stand for, as paths that can be opened from here. A name that does not exist stays, to be reported. */
export async function findFragments(args: readonly string[], base = '.'): Promise<readonly string[]> {
  const found = new Map<string, string>();
  for (const argument of args) {
    const paths = await pathsOf(argument, base);
    if (paths.length === 0) throw new Failure(`no file matches \`${argument}\``, exitCodes.failed);
    for (const path of paths) if (!found.has(resolve(path))) found.set(resolve(path), path);
  }
  return [...found.values()];
}

/** What one name or glob stands for; nothing when a glob matches nothing. */
export async function pathsOf(argument: string, base: string): Promise<readonly string[]> {
  const path = argument === '-' || isAbsolute(argument) ? argument : shorten(join(base, argument));
  if (!/[*?[\]{}!()]/.test(argument) || existsSync(path)) return [path];
  const { globSync } = await import('tinyglobby');
  const names = globSync(argument, { cwd: base, dot: false, expandDirectories: false, followSymbolicLinks: false });
  return names.sort().map((name) => shorten(join(base, name))).filter((name) => !isDirectory(name));
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // What cannot be looked at is reported when it is read.
    return false;
  }
}

/** A path as it is shown: relative to the current directory where it lies below it. */
function shorten(path: string): string {
  const short = relative('.', path);
  return short === '' || short.startsWith('..') ? path : short;
}
