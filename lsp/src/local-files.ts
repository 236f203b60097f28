// The local files of one config: where they are looked for, what of them may be read, and which of them have been. Texts that
// are open in the editor count as they are there. Without trust nothing outside of the workspace folders is read.
import {
  type Diagnostic,
  type Document,
  encodeUtf8,
  type Host,
  type IncludeMode,
  type IncludeOptions,
  type InputError,
  type Inputs,
  localNames,
  relocate,
  type TreeEntry,
} from '../../compiler/src/editor/index.ts';
import { ancestorsOf, childUri, isBelow, parentUri, type ServerFiles, sameUri } from './files.ts';

export interface LocalHost extends Host {
  /** The directory that local names are relative to; undefined for documents that are no files. */
  readonly directory: string | undefined;
  /** Whether a file was read or looked for, or something in a folder. */
  hasRead(uri: string): boolean;
  /** A finding whose places in local files go by URI and not by path. */
  withUris(diagnostic: Diagnostic): Diagnostic;
}

export interface LocalRules {
  readonly files: ServerFiles;
  readonly folders: readonly string[];
  readonly isTrusted: boolean;
  /** The setting: `auto` or a directory. */
  readonly filesDir: string;
  /** Whether a file or directory may be read at all, links followed. */
  readonly mayRead: (uri: string) => boolean;
  /** The text of an open document. */
  readonly openText: (uri: string) => string | undefined;
}

const refusal: InputError = { problem: 'denied', detail: 'the workspace is not trusted, and this lies outside of it' };

/** What a config may ask for. */
export function localHost(document: Document, rules: LocalRules): LocalHost {
  const { files, isTrusted } = rules;
  const read = new Set<string>();
  // Where a name was looked for in vain it may come to be.
  const isThere = (uri: string): boolean => {
    read.add(sameUri(uri));
    return files.exists(uri);
  };
  const directory = directoryOf(document, rules, isThere);
  const base: Host = files.gzip ? { gzip: files.gzip } : {};
  const real = directory === undefined ? undefined : files.inputs(directory, { followOutside: isTrusted });
  const hasRead = (uri: string): boolean => {
    const name = sameUri(uri);
    // Directories count with all in them, be it the one that was read or the one that has changed.
    return read.has(name) || [...read].some((each) => isBelow(name, each) || isBelow(each, name));
  };
  if (directory === undefined || real === undefined) {
    return { ...base, directory: undefined, hasRead, withUris: (diagnostic) => diagnostic };
  }
  // The directory may be a link that leads out. What is not there cannot be resolved, and is told by the read as missing.
  const mayRead = (): boolean => rules.mayRead(directory) || !files.exists(directory);
  const note = (path: string): string => {
    const uri = sameUri(path === '.' ? directory : childUri(directory, path));
    read.add(uri);
    return uri;
  };
  const inputs: Inputs = {
    root: real.root,
    file(path): Uint8Array | InputError {
      const uri = note(path);
      if (!mayRead()) return refusal;
      const open = rules.openText(uri);
      return open === undefined ? real.file(path) : encodeUtf8(open);
    },
    tree(path): readonly TreeEntry[] | InputError {
      note(path);
      return mayRead() ? real.tree(path) : refusal;
    },
  };
  const withUris = (diagnostic: Diagnostic): Diagnostic => byUri(diagnostic, real.root, directory);
  return { ...base, inputs, directory, hasRead, withUris };
}

/** The core calls a local file by its path below the root of its inputs. */
function byUri(diagnostic: Diagnostic, root: string, directory: string): Diagnostic {
  const below = root.endsWith('/') ? root : `${root}/`;
  return relocate(diagnostic, (location) =>
    location.uri.startsWith(below)
      ? { ...location, uri: childUri(directory, location.uri.slice(below.length)) }
      : location,
  );
}

/** The nearest directory with all local files of a config; else the one with most; else the config's own. */
function directoryOf(document: Document, rules: LocalRules, isThere: (uri: string) => boolean): string | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(document.uri) || document.uri.startsWith('untitled:')) return undefined;
  const own = parentUri(document.uri);
  const folder = rules.folders.find((each) => isBelow(sameUri(own), sameUri(each)));
  if (rules.filesDir !== 'auto') return configured(rules.filesDir, folder ?? own);
  if (!rules.isTrusted && folder === undefined) return own;
  const names = localNames(document).filter((name) => !name.startsWith('/') && !/(?:^|\/)\.\.(?:\/|$)/.test(name));
  if (names.length === 0) return own;
  let best = own;
  let most = 0;
  for (const candidate of searched(own, folder, rules.files)) {
    const count = names.filter((name) => isThere(childUri(candidate, name))).length;
    if (count === names.length) return candidate;
    if (count > most) [best, most] = [candidate, count];
  }
  return best;
}

function configured(setting: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(setting)) return setting;
  const parts = (setting.startsWith('/') ? '' : new URL(base).pathname).split('/').map(decodeURIComponent);
  for (const part of setting.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const { protocol, host } = new URL(base);
  const path = parts.filter((part) => part !== '').map(encodeURIComponent);
  return `${protocol}//${host}/${path.join('/')}`;
}

/** A directory and those above it: up to the workspace folder, or to the root of the repository. */
function searched(directory: string, folder: string | undefined, files: ServerFiles): readonly string[] {
  const all = ancestorsOf(directory);
  const last = all.findIndex((at) =>
    folder === undefined ? files.exists(childUri(at, '.git')) : sameUri(at) === sameUri(folder),
  );
  return last < 0 ? all : all.slice(0, last + 1);
}

/** How the configs that a document includes are read and called: by URI, like all others. */
export function includeOptions(uri: string, { directory, inputs }: LocalHost, mode: IncludeMode): IncludeOptions {
  if (directory === undefined || inputs === undefined) return { mode };
  const below = `${sameUri(directory)}/`;
  const own = sameUri(uri);
  return {
    mode,
    nameOf: (root, full) => childUri(directory, full.slice(root.length).replace(/^\//, '')),
    chain: own.startsWith(below) ? [`${inputs.root.replace(/\/$/, '')}/${own.slice(below.length)}`] : [],
  };
}

/** The file or directory that a local name means, when it is there and may be looked at. */
export function localUri(name: string, { directory }: LocalHost, session: LocalSession): string | undefined {
  if (directory === undefined || name === '' || name.startsWith('/')) return undefined;
  const parts = name.split('/').filter((part) => part !== '.' && part !== '');
  if (parts.includes('..')) return undefined;
  const uri = childUri(directory, parts.join('/'));
  return session.files.exists(uri) && session.mayRead(uri) ? uri : undefined;
}

interface LocalSession {
  readonly files: ServerFiles;
  mayRead(uri: string): boolean;
}
