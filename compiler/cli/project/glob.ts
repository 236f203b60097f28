// Globs of fragments: `base.d/*.bu`, `hosts/**/[a-c]*.{bu,ign}`. Links count as what they lead to, a file or a directory; one
// that leads in circles is handed back as such. Names that start with a dot match only a pattern that has the dot.
import { lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isGlob, matcherOf, segmentsOf } from '../../src/text/glob-segment.ts';

export interface GlobMatch {
  /** Relative to the directory in which the search began. */
  readonly path: string;
  /** Why it cannot be a fragment; undefined when nothing is known against it. */
  readonly fault?: string;
}

/** What matches, in the order of the names. Directories that cannot be read match nothing. */
export function glob(pattern: string, base: string): readonly GlobMatch[] {
  const found: GlobMatch[] = [];
  search(base, '', segmentsOf(pattern), [], found);
  const byPath = new Map(found.map((match) => [match.path, match]));
  return [...byPath.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function search(
  base: string,
  path: string,
  segments: readonly string[],
  above: readonly string[],
  found: GlobMatch[],
): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) {
    if (kindOf(join(base, path)) !== 'directory') found.push({ path });
    return;
  }
  if (!isGlob(segment)) {
    const next = segment === '' ? '/' : joined(path, segment);
    if (segment === '' || segment === '..' || kindOf(join(base, next)) !== 'missing')
      search(base, next, rest, above, found);
    return;
  }
  const here = realPath(join(base, path));
  if (segment === '**') search(base, path, rest, above, found);
  const matches = segment === '**' ? (name: string): boolean => !name.startsWith('.') : matcherOf(segment);
  for (const name of namesIn(join(base, path)).filter(matches)) {
    const next = joined(path, name);
    const isDirectory = kindOf(join(base, next)) === 'directory';
    if (segment !== '**') {
      if (rest.length === 0 ? !isDirectory : isDirectory) search(base, next, rest, above, found);
    } else if (isDirectory) {
      const inner = [...above, here];
      if (inner.includes(realPath(join(base, next))))
        found.push({ path: next, fault: 'it is a link that leads in circles' });
      else search(base, next, segments, inner, found);
    }
  }
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path.replace(/\/$/, '')}/${name}`;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A link is what it leads to; one that leads nowhere counts as a file, so that reading it says why. */
function kindOf(path: string): 'file' | 'directory' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'directory' : 'file';
  } catch {
    return isThere(path) ? 'file' : 'missing';
  }
}

/** Whether there is something of this name, be it a link that leads nowhere. */
export function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}
