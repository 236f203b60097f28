// What the server asks of the world's files. Node answers from the disk, a web worker from what its client sends. Everything
// goes by URI; an answer is always there at once (a worker answers "missing" and asks again when it has been told).
import type { FixContext, Host, Inputs, Opener } from '../../compiler/src/editor/index.ts';

/** Directories that no listing shows: what is in them nobody has written here. */
export const hiddenNames: ReadonlySet<string> = new Set(['.git', 'node_modules']);

export interface FileEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}

export interface InputOptions {
  /** Whether symbolic links may lead out of the directory. */
  readonly followOutside: boolean;
}

export interface ServerFiles {
  readonly gzip?: NonNullable<Host['gzip']>;
  /** The hexadecimal digest of a file. */
  readonly digest?: NonNullable<FixContext['digest']>;
  /** Opens configs that are packed, or have a hash. */
  readonly opener?: Opener;
  /** The local files of a config, below a directory; undefined for URIs that are no files. */
  inputs(directory: string, options: InputOptions): Inputs | undefined;
  /** The text of a file; undefined when there is none, it is no text, or it is too large. */
  read(uri: string): string | undefined;
  exists(uri: string): boolean;
  /** The entries of a directory, without those that nobody wants to see; none for what is no directory. */
  list(uri: string): readonly FileEntry[];
  /** The real place of a file or directory, links followed: for the question whether it lies in a folder. */
  resolve(uri: string): string | undefined;
  /** Called when an answer given before would be another one now. */
  onChange?(listener: () => void): void;
  /** Files and directories have changed. */
  forget?(uris: readonly string[]): void;
}

/** The directory of a file's URI, without a final slash; a root is its own. */
export function parentUri(uri: string): string {
  const path = uri.replace(/[?#].*$/, '');
  const root = path.indexOf('/', path.indexOf('://') + 3);
  if (root < 0) return path;
  const slash = path.lastIndexOf('/');
  return slash === root ? path.slice(0, slash + 1) : path.slice(0, slash);
}

/** Directories are looked at so far up at most. */
const mostAncestors = 20;

/** A directory and those above it, the nearest first. */
export function ancestorsOf(directory: string): readonly string[] {
  const found = [directory];
  for (let at = parentUri(directory); at !== found.at(-1) && found.length < mostAncestors; at = parentUri(at)) {
    found.push(at);
  }
  return found;
}

/** A name below a directory's URI: `a/b` with its names escaped. */
export function childUri(directory: string, name: string): string {
  const base = directory.endsWith('/') ? directory : `${directory}/`;
  return base + name.split('/').map(encodeURIComponent).join('/');
}

/** Whether a URI is a folder's or lies below it. */
export function isBelow(uri: string, folder: string): boolean {
  const base = folder.endsWith('/') ? folder : `${folder}/`;
  return uri === folder || uri === base || uri.startsWith(base);
}

/** One spelling for URIs that name the same file: editors escape more or less of them. */
export function sameUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
