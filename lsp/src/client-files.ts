// Files for a server that has no file system: what the client sends on request. When it says that something has changed, the
// next question is asked again, and until the answer comes the former one holds: findings would vanish and come back. What has
// never been answered counts as "missing". When an answer is another one, whoever has asked is told to ask again.
import type { InputError, Inputs, TreeEntry } from '../../compiler/src/editor/index.ts';
import { childUri, type FileEntry, hiddenNames, isBelow, parentUri, type ServerFiles, sameUri } from './files.ts';
import {
  type DirectoryEntry,
  type ReadDirectoryResult,
  type ReadFileResult,
  readDirectoryRequest,
  readFileRequest,
} from './protocol.ts';

export type Ask = (method: string, params: { readonly uri: string }) => Promise<unknown>;

export interface ClientFilesOptions {
  readonly ask: Ask;
  readonly gzip?: (bytes: Uint8Array) => Uint8Array;
  /** Runs work once, after all that is under way: several answers make one round of work. */
  readonly soon: (work: () => void) => void;
}

const mostDepth = 50;

export function clientFiles({ ask, gzip, soon }: ClientFilesOptions): ServerFiles {
  const contents = new Map<string, Uint8Array | InputError>();
  const directories = new Map<string, readonly DirectoryEntry[]>();
  /** By question: the last time that it was asked. */
  const asked = new Map<string, number>();
  let count = 0;
  let listener: () => void = () => {};
  let isWaiting = false;
  const changed = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    soon(() => {
      isWaiting = false;
      listener();
    });
  };
  const fetch = (method: string, uri: string, keep: (answer: unknown) => boolean): void => {
    const key = `${method} ${uri}`;
    if (asked.has(key)) return;
    count++;
    const turn = count;
    asked.set(key, turn);
    const take = (answer: unknown): void => {
      // The same question may have been asked again meanwhile, and its answer is the newer one.
      if ((asked.get(key) ?? turn) === turn && keep(answer)) changed();
    };
    // A client that refuses has no such file.
    void ask(method, { uri }).then(take, () => take(undefined));
  };
  const file = (uri: string): Uint8Array | InputError => {
    const name = sameUri(uri);
    fetch(readFileRequest, uri, (answer) => {
      const [before, now] = [contents.get(name), toContents(answer)];
      contents.set(name, now);
      return before === undefined || !isSame(before, now);
    });
    return contents.get(name) ?? { problem: 'missing' };
  };
  const directory = (uri: string): readonly DirectoryEntry[] | undefined => {
    const name = sameUri(uri);
    fetch(readDirectoryRequest, uri, (answer) => {
      const [before, now] = [directories.get(name), (answer as ReadDirectoryResult | undefined)?.entries ?? []];
      directories.set(name, now);
      return JSON.stringify(before) !== JSON.stringify(now);
    });
    return directories.get(name);
  };
  return {
    ...(gzip ? { gzip } : {}),
    inputs: (base) => inputsOf(base, file, directory),
    read: (uri) => textOf(file(uri)),
    exists: (uri) => {
      const name = sameUri(uri).slice(sameUri(parentUri(uri)).length + 1);
      return directory(parentUri(uri))?.some((entry) => entry.name === name) === true;
    },
    list: (uri) => (directory(uri) ?? []).filter(({ name }) => !hiddenNames.has(name)).map(toEntry),
    resolve: (uri) => uri,
    onChange: (work) => {
      listener = work;
    },
    forget: (uris) => {
      const names = uris.map(sameUri);
      const listings = new Set(uris.map((uri) => `${readDirectoryRequest} ${sameUri(parentUri(uri))}`));
      for (const key of asked.keys()) {
        const question = sameUri(key);
        const about = question.slice(question.indexOf(' ') + 1);
        if (listings.has(question) || names.some((name) => isBelow(about, name))) asked.delete(key);
      }
    },
  };
}

function isSame(one: Uint8Array | InputError, other: Uint8Array | InputError): boolean {
  if ('problem' in one || 'problem' in other) return JSON.stringify(one) === JSON.stringify(other);
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function toEntry({ name, kind }: DirectoryEntry): FileEntry {
  return { name, isDirectory: kind === 'directory' };
}

function toContents(answer: unknown): Uint8Array | InputError {
  const { contents, problem } = (answer ?? {}) as ReadFileResult;
  if (typeof contents !== 'string') return { problem: problem ?? 'missing' };
  return Uint8Array.from(atob(contents), (character) => character.charCodeAt(0));
}

declare function atob(base64: string): string;

function textOf(bytes: Uint8Array | InputError): string | undefined {
  return 'problem' in bytes ? undefined : new TextDecoder().decode(bytes);
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

function inputsOf(
  base: string,
  file: (uri: string) => Uint8Array | InputError,
  directory: (uri: string) => readonly DirectoryEntry[] | undefined,
): Inputs | undefined {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(base)) return undefined;
  const at = (path: string): string => (path === '.' ? base : childUri(base, path));
  const list = (path: string, relative: string, depth: number): readonly TreeEntry[] =>
    (directory(at(path)) ?? []).flatMap(({ name, kind }) => {
      const inner = relative === '' ? name : `${relative}/${name}`;
      if (kind !== 'directory') return [{ path: inner, kind }];
      const below = depth < mostDepth ? list(path === '.' ? name : `${path}/${name}`, inner, depth + 1) : [];
      return [{ path: inner, kind }, ...below];
    });
  return {
    root: sameUri(new URL(base).pathname),
    file: (path) => file(at(path)),
    tree: (path) => {
      if (directory(at(path)) === undefined) return { problem: 'missing' };
      return [{ path: '', kind: 'directory' }, ...list(path, '', 0)];
    },
  };
}
