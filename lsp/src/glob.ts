// Globs of fragments (`base.d/*.bu`, `hosts/**/[a-c]*.{bu,ign}`) over the server's files. Names that start with a dot match only a
// pattern that has the dot; directories are looked into no deeper than anyone nests them.
import { childUri, type ServerFiles } from './files.ts';

const deepest = 20;
const mostMatches = 5000;

/** The URIs that match a pattern below a directory, in the order of their names. A plain name is itself when it is there. */
export function expandGlob(pattern: string, base: string, files: ServerFiles): readonly string[] {
  const segments = pattern.split('/').filter((segment) => segment !== '.' && segment !== '');
  if (pattern.startsWith('/') || segments.includes('..')) return [];
  const found: string[] = [];
  search(base, segments, files, 0, found);
  return [...new Set(found)].sort();
}

function search(at: string, segments: readonly string[], files: ServerFiles, depth: number, found: string[]): void {
  const [segment, ...rest] = segments;
  if (segment === undefined || depth > deepest || found.length >= mostMatches) return;
  if (!/[*?[{]/.test(segment)) {
    const uri = childUri(at, segment);
    if (rest.length > 0) search(uri, rest, files, depth + 1, found);
    else if (files.exists(uri)) found.push(uri);
    return;
  }
  if (segment === '**') search(at, rest, files, depth, found);
  const isMatch = segment === '**' ? (name: string) => !name.startsWith('.') : matcher(segment);
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

function matcher(segment: string): (name: string) => boolean {
  const pattern = new RegExp(`^${expression(segment)}$`, 'su');
  const mayHide = segment.startsWith('.');
  return (name) => (mayHide || !name.startsWith('.')) && pattern.test(name);
}

function expression(segment: string): string {
  return segment.replace(/\*+|\?|\[[!^]?[^\]]+\]|\{[^{}]*\}|[\\^$.|+()[\]{}]/g, (token) => {
    if (token.startsWith('*')) return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.length > 1 && token.startsWith('[')) return token.replace(/^\[!/, '[^').replaceAll('\\', '\\\\');
    if (token.length > 1 && token.startsWith('{')) {
      return `(?:${token.slice(1, -1).split(',').map(expression).join('|')})`;
    }
    return `\\${token}`;
  });
}
