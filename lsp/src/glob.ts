// Globs of fragments (`base.d/*.bu`, `hosts/**/[a-c]*.{bu,ign}`) over the server's files, as the command line reads them. Names that
// start with a dot match only a pattern that has the dot; directories are looked into no deeper than anyone nests them.
import { isGlob, matcherOf, segmentsOf } from '../../compiler/src/editor/index.ts';
import { childUri, parentUri, type ServerFiles } from './files.ts';

const deepest = 20;
const mostMatches = 5000;

type Tree = Pick<ServerFiles, 'list' | 'exists'>;

/** The URIs that match a pattern below a directory, in the order of their names. A plain name is itself when it is there. */
export function expandGlob(pattern: string, base: string, files: Tree): readonly string[] {
  const segments = segmentsOf(pattern).filter((segment) => segment !== '');
  const start = pattern.startsWith('/') ? rootOf(base) : base;
  const plain = segments.reduce(below, start);
  if (files.exists(plain)) return [plain];
  const found: string[] = [];
  search(start, segments, files, 0, found);
  return [...new Set(found)].sort();
}

function search(at: string, segments: readonly string[], files: Tree, depth: number, found: string[]): void {
  const [segment, ...rest] = segments;
  if (segment === undefined || depth > deepest || found.length >= mostMatches) return;
  if (!isGlob(segment)) {
    const uri = below(at, segment);
    if (rest.length > 0) search(uri, rest, files, depth + 1, found);
    else if (files.exists(uri)) found.push(uri);
    return;
  }
  if (segment === '**') search(at, rest, files, depth, found);
  const isMatch = segment === '**' ? (name: string) => !name.startsWith('.') : matcherOf(segment);
  for (const { name, isDirectory } of files.list(at)) {
    if (!isMatch(name)) continue;
    const uri = childUri(at, name);
    if (segment === '**') {
      if (isDirectory) search(uri, segments, files, depth + 1, found);
    } else if (rest.length > 0) {
      if (isDirectory) search(uri, rest, files, depth + 1, found);
    } else if (!isDirectory) found.push(uri);
  }
}

function below(at: string, segment: string): string {
  return segment === '..' ? parentUri(at) : childUri(at, segment);
}

function rootOf(uri: string): string {
  const slash = uri.indexOf('/', uri.indexOf('://') + 3);
  return slash < 0 ? uri : uri.slice(0, slash + 1);
}
