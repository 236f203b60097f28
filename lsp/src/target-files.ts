// The files that a pattern of a project stands for, by what the server's files tell: `base.d/*.bu`, `hosts/**/[a-c]*.{bu,ign}`.
// The same patterns as the command line's; names that start with a dot match only a pattern that has the dot. Reads no file.
import { matcherOf } from '../../compiler/src/editor/index.ts';
import { childUri, type ServerFiles } from './files.ts';

/** Directories below each other that `**` goes into at most: a link may lead in circles. */
const mostDepth = 20;

/** Paths from `base` (a directory's URI), in the order of their names; none where a glob matches nothing. */
export function filesOfPattern(
  pattern: string,
  base: string,
  files: Pick<ServerFiles, 'list' | 'exists'>,
): readonly string[] {
  const segments = pattern.split('/').filter((segment) => segment !== '' && segment !== '.');
  if (!isGlob(pattern)) return [segments.join('/')];
  const found = new Set<string>();
  search('', segments, 0);
  return [...found].sort();

  function search(path: string, [segment, ...rest]: readonly string[], depth: number): void {
    if (segment === undefined) {
      found.add(path);
      return;
    }
    if (!isGlob(segment)) {
      search(joined(path, segment), rest, depth);
      return;
    }
    if (segment === '**') search(path, rest, depth);
    const matches = matcherOf(segment);
    for (const { name, isDirectory } of files.list(path === '' ? base : childUri(base, path))) {
      if (segment === '**') {
        if (isDirectory && !name.startsWith('.') && depth < mostDepth)
          search(joined(path, name), [segment, ...rest], depth + 1);
      } else if (isDirectory === rest.length > 0 && matches(name)) search(joined(path, name), rest, depth);
    }
  }
}

export function isGlob(text: string): boolean {
  return /[*?[\]{}]/.test(text);
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
