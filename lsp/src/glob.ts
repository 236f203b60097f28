// Globs of fragments (`base.d/*.bu`, `hosts/**/[a-c]*.{bu,ign}`) over the server's files, as the command line reads them. Names that
// start with a dot match only a pattern that has the dot; directories are looked into no deeper than anyone nests them, and no
// more entries are looked at than a project has: a pattern may begin at the root of the disk.
import { isGlob, matcherOf, segmentsOf } from '../../compiler/src/editor/index.ts';
import { childUri, parentUri, type ServerFiles } from './files.ts';

const deepest = 20;
const mostMatches = 5000;
const mostEntries = 50_000;

export interface ReadableTree {
  readonly files: Pick<ServerFiles, 'list' | 'exists'>;
  /** Whether a file or directory may be looked at. */
  mayRead(uri: string): boolean;
}

/** The URIs that match a pattern below a directory, in the order of their names. A plain name is itself when it is there. */
export function expandGlob(pattern: string, base: string, tree: ReadableTree): readonly string[] {
  const segments = segmentsOf(pattern).filter((segment) => segment !== '');
  const start = pattern.startsWith('/') ? rootOf(base) : base;
  const plain = segments.reduce(below, start);
  const search = new Search(tree);
  if (search.isThere(plain)) return [plain];
  search.run(start, segments, 0);
  return [...search.found].sort();
}

class Search {
  readonly #tree: ReadableTree;
  #entries = 0;
  readonly found = new Set<string>();

  constructor(tree: ReadableTree) {
    this.#tree = tree;
  }

  isThere(uri: string): boolean {
    return this.#tree.files.exists(uri) && this.#tree.mayRead(uri);
  }

  run(at: string, segments: readonly string[], depth: number): void {
    const [segment, ...rest] = segments;
    if (segment === undefined || depth > deepest || this.#isEnough) return;
    if (!isGlob(segment)) {
      const uri = below(at, segment);
      if (rest.length > 0) this.run(uri, rest, depth + 1);
      else if (this.isThere(uri)) this.found.add(uri);
      return;
    }
    if (segment === '**') this.run(at, rest, depth);
    const isMatch = segment === '**' ? (name: string) => !name.startsWith('.') : matcherOf(segment);
    for (const { name, isDirectory } of this.#entriesOf(at)) {
      if (!isMatch(name)) continue;
      const uri = childUri(at, name);
      if (isDirectory) this.run(uri, segment === '**' ? segments : rest, depth + 1);
      else if (segment !== '**' && rest.length === 0) this.found.add(uri);
    }
  }

  get #isEnough(): boolean {
    return this.found.size >= mostMatches || this.#entries >= mostEntries;
  }

  #entriesOf(at: string): ReturnType<ServerFiles['list']> {
    if (!this.#tree.mayRead(at)) return [];
    const entries = this.#tree.files.list(at);
    this.#entries += entries.length;
    return entries;
  }
}

function below(at: string, segment: string): string {
  return segment === '..' ? parentUri(at) : childUri(at, segment);
}

function rootOf(uri: string): string {
  const slash = uri.indexOf('/', uri.indexOf('://') + 3);
  return slash < 0 ? uri : uri.slice(0, slash + 1);
}
