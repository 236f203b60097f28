// From names and globs to the files of fragments: each once, in the order of the arguments, a glob's in the order of their names.
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { isGlob } from '../../src/text/glob-segment.ts';
import { Failure } from '../failure.ts';
import { glob } from './glob.ts';

export interface FoundFragment {
  /** As it can be opened from the current directory, and as it is shown. `-` is standard input. */
  readonly path: string;
  /** Why it cannot be read, where that is known already. */
  readonly fault?: string;
}

/** The files that arguments stand for. A name that does not exist stays, to be reported; a glob without files is a failure. */
export function findFragments(args: readonly string[]): readonly FoundFragment[] {
  return distinctFragments(
    args.flatMap((argument) => {
      const found = fragmentsAt(argument, '.');
      if (found.length === 0) throw new Failure(`no file matches \`${argument}\``);
      return found;
    }),
  );
}

/** What one name or glob below a directory stands for; nothing when a glob matches nothing. */
export function fragmentsAt(argument: string, base: string): readonly FoundFragment[] {
  const path = argument === '-' || isAbsolute(argument) ? argument : shownPath(join(base, argument));
  if (!isGlob(argument) || existsSync(path)) return [{ path }];
  const directory = isAbsolute(argument) ? '/' : base;
  return glob(argument.replace(/^\/+/, ''), directory).map((match) => ({
    ...match,
    path: shownPath(join(directory, match.path)),
  }));
}

/** Each file once, where it comes first. */
export function distinctFragments(found: readonly FoundFragment[]): readonly FoundFragment[] {
  const byPath = new Map<string, FoundFragment>();
  for (const each of found) if (!byPath.has(resolve(each.path))) byPath.set(resolve(each.path), each);
  return [...byPath.values()];
}

/** A path as it is shown: relative to the current directory where it lies below it. */
export function shownPath(path: string): string {
  const short = relative('.', path);
  return short === '' || short.startsWith('..') ? path : short;
}
