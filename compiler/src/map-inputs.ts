// A files directory that is a map: for browsers, editors and tests. Follows links inside the map, like a real directory.
import type { InputError, Inputs, TreeEntry } from './host.ts';
import { joinPath } from './text/clean-path.ts';
import { encodeUtf8 } from './text/utf8.ts';

/** What a path of the map is; a text stands for its UTF-8. Directories need no entry of their own unless they are empty. */
export type MapEntry =
  | string
  | { readonly contents: string | Uint8Array; readonly executable?: boolean }
  | { readonly link: string }
  | { readonly directory: true }
  | { readonly special: true };

const mostLinks = 40;

/** Inputs of a map from clean relative paths to entries. `root` is the name that the directory has in messages. */
export function mapInputs(entries: Readonly<Record<string, MapEntry>>, root = '/files'): Inputs {
  const map: Files = { entries: new Map(Object.entries(entries)), children: childrenOf(Object.keys(entries)) };
  return {
    root,
    file(path) {
      const found = follow(map, path);
      if (found === undefined) return { problem: 'missing' };
      const { entry } = found;
      if (entry === 'directory') return { problem: 'directory' };
      if (typeof entry === 'string') return encodeUtf8(entry);
      if ('contents' in entry) return typeof entry.contents === 'string' ? encodeUtf8(entry.contents) : entry.contents;
      return { problem: 'special-file' };
    },
    tree: (path) => listTree(map, path),
    names(directory) {
      const found = follow(map, directory);
      return found?.entry === 'directory' ? namesIn(map, found.path) : [];
    },
  };
}

interface Files {
  readonly entries: ReadonlyMap<string, MapEntry>;
  /** The names in each directory. */
  readonly children: ReadonlyMap<string, ReadonlySet<string>>;
}

function childrenOf(paths: readonly string[]): Files['children'] {
  const children = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let at = path; at !== ''; ) {
      const slash = at.lastIndexOf('/');
      const directory = at.slice(0, Math.max(slash, 0));
      const names = children.get(directory);
      names?.add(at.slice(slash + 1));
      // What is above is known then.
      if (names) break;
      children.set(directory, new Set([at.slice(slash + 1)]));
      at = directory;
    }
  }
  return children;
}

interface Found {
  readonly path: string;
  readonly entry: Exclude<MapEntry, { link: string } | { directory: true }> | 'directory';
}

/** What a path is once all links on its way are followed. */
function follow(map: Files, path: string): Found | undefined {
  let rest = path === '.' ? [] : path.split('/');
  let at = '';
  for (let links = 0; rest.length > 0; ) {
    const [name = '', ...others] = rest;
    const next = at === '' ? name : `${at}/${name}`;
    const entry = map.entries.get(next);
    if (typeof entry === 'object' && 'link' in entry) {
      links++;
      if (links > mostLinks || entry.link.startsWith('/')) return undefined;
      const target = joinPath('/', at, entry.link).slice(1);
      rest = [...(target === '' ? [] : target.split('/')), ...others];
      at = '';
      continue;
    }
    at = next;
    rest = others;
  }
  const entry = map.entries.get(at);
  if (entry !== undefined && !(typeof entry === 'object' && ('link' in entry || 'directory' in entry))) {
    return { path: at, entry };
  }
  return isDirectory(map, at) ? { path: at, entry: 'directory' } : undefined;
}

function isDirectory(map: Files, path: string): boolean {
  if (path === '') return true;
  const entry = map.entries.get(path);
  if (typeof entry === 'object' && 'directory' in entry) return true;
  return map.children.has(path);
}

function listTree(map: Files, path: string): readonly TreeEntry[] | InputError {
  const found = follow(map, path);
  if (found === undefined) return { problem: 'missing' };
  if (found.entry !== 'directory') return { problem: 'not-directory' };
  const own = map.entries.get(path);
  if (typeof own === 'object' && 'link' in own) return [{ path: '', kind: 'link', target: own.link }];
  const entries: TreeEntry[] = [{ path: '', kind: 'directory' }];
  walk(map, found.path, '', entries);
  return entries;
}

function walk(map: Files, directory: string, relative: string, entries: TreeEntry[]): void {
  const prefix = directory === '' ? '' : `${directory}/`;
  for (const name of namesIn(map, directory)) {
    const path = relative === '' ? name : `${relative}/${name}`;
    const entry = map.entries.get(`${prefix}${name}`);
    if (entry === undefined || (typeof entry === 'object' && 'directory' in entry)) {
      entries.push({ path, kind: 'directory' });
      walk(map, `${prefix}${name}`, path, entries);
    } else if (typeof entry === 'object' && 'link' in entry) {
      entries.push({ path, kind: 'link', target: entry.link });
    } else if (typeof entry === 'object' && 'special' in entry) {
      entries.push({ path, kind: 'other' });
    } else {
      entries.push({ path, kind: 'file', executable: typeof entry === 'object' && entry.executable === true });
    }
  }
}

function namesIn(map: Files, directory: string): readonly string[] {
  return [...(map.children.get(directory) ?? [])].sort(compareBytes);
}

/** Names go by their UTF-8 bytes, which is the order of code points. */
function compareBytes(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
