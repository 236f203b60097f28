// Files for a server that has no file system: what the client sends on request. What has never been answered counts as
// "missing". When an answer is another one, whoever has asked is told to ask again.
import type { InputError, Inputs, TreeEntry } from '../../compiler/src/editor/index.ts';
import { type Ask, ClientAnswers, type Question } from './client-answers.ts';
import { childUri, type FileEntry, hiddenNames, parentUri, type ServerFiles, sameUri } from './files.ts';
import {
  type DirectoryEntry,
  type ReadDirectoryResult,
  type ReadFileResult,
  readDirectoryRequest,
  readFileRequest,
} from './protocol.ts';

export interface ClientFilesOptions {
  readonly ask: Ask;
  readonly gzip?: (bytes: Uint8Array) => Uint8Array;
  /** Runs work once, after all that is under way: several answers make one round of work. */
  readonly soon: (work: () => void) => void;
}

const mostDepth = 50;

export function clientFiles({ ask, gzip, soon }: ClientFilesOptions): ServerFiles {
  const answers = new ClientAnswers(ask, soon);
  const file = (uri: string): Contents => answers.get(contentsQuestion, uri) ?? { problem: 'missing' };
  const directory = (uri: string): Listing | undefined => answers.get(listingQuestion, uri);
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
    onChange: (work) => answers.onChange(work),
    forget: (uris) => answers.forget(uris),
  };
}

type Contents = Uint8Array | InputError;
type Listing = readonly DirectoryEntry[];

const contentsQuestion: Question<Contents> = { method: readFileRequest, read: toContents, isSame };

const listingQuestion: Question<Listing> = {
  method: readDirectoryRequest,
  // What comes is the protocol's, and ours on both sides.
  read: (answer) => (answer as ReadDirectoryResult | undefined)?.entries ?? [],
  isSame: (one, other) => JSON.stringify(one) === JSON.stringify(other),
};

function isSame(one: Contents, other: Contents): boolean {
  if ('problem' in one || 'problem' in other) return JSON.stringify(one) === JSON.stringify(other);
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

function toEntry({ name, kind }: DirectoryEntry): FileEntry {
  return { name, isDirectory: kind === 'directory' };
}

function toContents(answer: unknown): Contents {
  const { contents, problem } = (answer ?? {}) as ReadFileResult;
  if (typeof contents !== 'string') return { problem: problem ?? 'missing' };
  return Uint8Array.from(atob(contents), (character) => character.charCodeAt(0));
}

declare function atob(base64: string): string;

function textOf(bytes: Contents): string | undefined {
  return 'problem' in bytes ? undefined : new TextDecoder().decode(bytes);
}

declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

function inputsOf(
  base: string,
  file: (uri: string) => Contents,
  directory: (uri: string) => Listing | undefined,
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
