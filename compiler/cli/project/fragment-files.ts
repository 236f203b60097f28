// Reads fragments from the disk. What was read once is kept as long as neither the file nor a local file that it asked for has
// changed: targets share fragments, and a watch asks again and again.
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { type FilesDirOptions, filesDir } from '../../node/files-dir.ts';
import { gzip } from '../../node/gzip.ts';
import { opener } from '../../node/opener.ts';
import type { Document } from '../../src/document.ts';
import type { Host, InputError, Inputs, TreeEntry } from '../../src/host.ts';
import { type Fragment, readFragments, unreadableFragment } from '../../src/project/fragment.ts';
import type { IncludeMode } from '../../src/project/includes.ts';
import { autoFilesDir } from '../check/auto-files-dir.ts';
import { standardInputName } from '../check/find-files.ts';
import { readInput } from '../input.ts';
import { privateKey } from '../secrets.ts';
import { systemErrorWords } from '../system-error.ts';
import { type FoundFragment, shownPath } from './find-fragments.ts';

const mebibyte = 1024 * 1024;
/** No machine takes a config of this size. */
const largestFragment = 64 * mebibyte;

export interface FragmentOptions extends FilesDirOptions {
  /** A directory; `auto`: found for each fragment, near it. */
  readonly filesDir: string;
}

interface Kept {
  readonly digest: string;
  readonly asked: readonly Asked[];
  readonly fragments: readonly Fragment[];
}

/** Something of a files directory that a fragment has asked for, and what it was. */
interface Asked {
  readonly inputs: Inputs;
  readonly kind: 'file' | 'tree';
  readonly path: string;
  readonly digest: string;
}

export class FragmentFiles {
  /** A local file with a private key has been read. */
  sawKey = false;
  /** Files and directories outside the fragments that were asked for, absolute. */
  readonly localPaths = new Set<string>();
  readonly #kept = new Map<string, Kept>();
  readonly #options: FragmentOptions;

  constructor(options: FragmentOptions) {
    this.#options = options;
  }

  /** The fragments of a file. Never throws: what cannot be read says so. */
  async read(
    { path, fault }: FoundFragment,
    directory = this.#options.filesDir,
    mode?: IncludeMode,
  ): Promise<readonly Fragment[]> {
    const name = path === '-' ? standardInputName : path;
    if (fault !== undefined) return [unreadableFragment(name, fault)];
    const bytes = await readBytes(path);
    if (typeof bytes === 'string') return [unreadableFragment(name, bytes)];
    const key = JSON.stringify([path, directory, mode]);
    const digest = digestOf(bytes);
    const kept = this.#kept.get(key);
    if (kept?.digest === digest && kept.asked.every((asked) => digestOf(answer(asked)) === asked.digest)) {
      return kept.fragments;
    }
    const asked: Asked[] = [];
    const host = (document: Document): Host => this.#host(document, path, directory, asked);
    const fragments = readFragments(
      bytes,
      name,
      host,
      mode && { mode, nameOf: (_, full) => shownPath(full), chain: [chainName(path)], opener },
    );
    this.#kept.set(key, { digest, asked, fragments });
    return fragments;
  }

  #host(document: Document, path: string, directory: string, asked: Asked[]): Host {
    const found = directory === 'auto' ? autoFilesDir(document, path === '-' ? '.' : dirname(path)) : directory;
    if (found === undefined) return { gzip };
    const inputs = filesDir(found, this.#options);
    const note = <A extends Uint8Array | readonly TreeEntry[] | InputError>(
      kind: Asked['kind'],
      at: string,
      found: A,
    ): A => {
      asked.push({ inputs, kind, path: at, digest: digestOf(found) });
      this.localPaths.add(`${inputs.root}/${at}`);
      if (
        found instanceof Uint8Array &&
        Buffer.from(found.buffer, found.byteOffset, found.length).includes(privateKey)
      ) {
        this.sawKey = true;
      }
      return found;
    };
    return {
      gzip,
      inputs: {
        root: inputs.root,
        file: (at) => note('file', at, inputs.file(at)),
        tree: (at) => note('tree', at, inputs.tree(at)),
        names: (at) => inputs.names?.(at) ?? [],
      },
    };
  }
}

/** How a file is called in the chain of includes: as the files directory calls it. */
function chainName(path: string): string {
  return resolve(path).split(sep).join('/');
}

function answer({ inputs, kind, path }: Asked): Uint8Array | readonly TreeEntry[] | InputError {
  return kind === 'file' ? inputs.file(path) : inputs.tree(path);
}

function digestOf(value: Uint8Array | readonly TreeEntry[] | InputError): string {
  return createHash('sha256')
    .update(value instanceof Uint8Array ? value : JSON.stringify(value))
    .digest('base64');
}

/** The bytes of a regular file, or why they could not be had. */
async function readBytes(path: string): Promise<Uint8Array | string> {
  try {
    if (path === '-') return await readInput(undefined);
    // Opening a FIFO waits for a writer, for ever.
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = fstatSync(descriptor);
      if (stat.isDirectory()) return 'it is a directory';
      if (!stat.isFile()) return 'it is a device, socket or FIFO';
      if (stat.size > largestFragment) {
        return `it has ${Math.ceil(stat.size / mebibyte)} MiB, and more than ${largestFragment / mebibyte} are not read`;
      }
      return readFileSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return systemErrorWords(error);
  }
}
