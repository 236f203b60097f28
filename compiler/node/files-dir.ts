// A files directory on a real disk. Reads regular files only, never waits on a FIFO or device, and can refuse links that
// lead out of the directory (for workspaces that are not trusted).
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { InputError, Inputs, TreeEntry } from '../src/index.ts';

export interface FilesDirOptions {
  /** Whether symbolic links may lead out of the directory, as the reference lets them. Default: true. */
  readonly followOutside?: boolean;
  /** Bytes of the largest file that is read; default 128 MiB, more than any machine accepts as a config. */
  readonly sizeLimit?: number;
}

const mebibyte = 1024 * 1024;
const defaultSizeLimit = 128 * mebibyte;
const executeBits = 0o111;

/** The inputs that a directory holds. Every answer is read from the disk anew; nothing is kept. */
export function filesDir(directory: string, options: FilesDirOptions = {}): Inputs {
  const base = resolve(directory);
  const { followOutside = true, sizeLimit = defaultSizeLimit } = options;
  const guard = (path: string): InputError | undefined =>
    followOutside || isInside(path, base) ? undefined : { problem: 'outside' };
  return {
    root: base.split(sep).join('/'),
    file: (path) => answer(() => guard(join(base, path)) ?? readRegularFile(join(base, path), sizeLimit)),
    tree: (path) => answer(() => guard(join(base, path)) ?? listTree(join(base, path))),
    names(path) {
      const found = answer<readonly string[]>(() => guard(join(base, path)) ?? names(join(base, path)));
      return 'problem' in found ? [] : found;
    },
  };
}

function isInside(path: string, base: string): boolean {
  const [real, realBase] = [realpathSync(path), realpathSync(base)];
  return real === realBase || real.startsWith(realBase.endsWith(sep) ? realBase : realBase + sep);
}

function readRegularFile(path: string, sizeLimit: number): Uint8Array | InputError {
  // Without O_NONBLOCK opening a FIFO waits for a writer, for ever.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return { problem: 'directory' };
    if (!stat.isFile()) return { problem: 'special-file' };
    if (stat.size > sizeLimit) {
      return { problem: 'too-large', detail: `the limit is ${Math.floor(sizeLimit / mebibyte)} MiB` };
    }
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function listTree(root: string): readonly TreeEntry[] | InputError {
  if (!statSync(root).isDirectory()) return { problem: 'not-directory' };
  const entries: TreeEntry[] = [];
  walk(root, '', entries);
  return entries;
}

function walk(root: string, relative: string, entries: TreeEntry[]): void {
  const path = join(root, relative);
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) {
    entries.push({ path: relative, kind: 'link', target: readlinkSync(path) });
  } else if (stat.isFile()) {
    entries.push({ path: relative, kind: 'file', executable: (stat.mode & executeBits) !== 0 });
  } else if (!stat.isDirectory()) {
    entries.push({ path: relative, kind: 'other' });
  } else {
    entries.push({ path: relative, kind: 'directory' });
    for (const name of names(path)) {
      const inner = relative === '' ? name : `${relative}/${name}`;
      const error = attempt(() => walk(root, inner, entries));
      if (error) entries.push({ path: inner, kind: 'other', error });
    }
  }
}

/** The names in a directory in byte order, which is not the order of UTF-16 code units. */
function names(path: string): string[] {
  return readdirSync(path, { encoding: 'buffer' })
    .sort(Buffer.compare)
    .map((name) => name.toString('utf8'));
}

function attempt(work: () => void): InputError | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return inputError(error);
  }
}

function answer<T>(work: () => T | InputError): T | InputError {
  try {
    return work();
  } catch (error) {
    return inputError(error);
  }
}

const problems: Readonly<Record<string, InputError['problem']>> = {
  ENOENT: 'missing',
  EISDIR: 'directory',
  ENOTDIR: 'not-directory',
  EACCES: 'denied',
  EPERM: 'denied',
  // What opening a socket, or a device without a driver, answers.
  ENXIO: 'special-file',
  ENODEV: 'special-file',
};

function inputError(error: unknown): InputError {
  const code = errorCode(error);
  const problem = problems[code];
  return problem === undefined ? { problem: 'failed', detail: code } : { problem };
}

/** The system's name of an error (`ENOENT`). */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'unknown error';
}
