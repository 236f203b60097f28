// Writes results. A regular file is replaced as a whole or not at all; standard output is written to the end before the
// program ends.
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { errorCode } from '../node/files-dir.ts';
import { Failure } from './failure.ts';
import { systemErrorWords } from './system-error.ts';

const standardOutput = 1;
const standardError = 2;
const permissionBits = 0o7777;
/** Only the owner may read a file with private keys or password hashes. */
const secretMode = 0o600;
const plainMode = 0o666;

export function writeOut(text: string): void {
  writeBytes(Buffer.from(text, 'utf8'));
}

export function writeBytes(bytes: Uint8Array): void {
  try {
    writeAll(standardOutput, bytes);
  } catch (error) {
    throw new Failure(`cannot write to standard output: ${systemErrorWords(error)}`);
  }
}

/** Messages to the user; when nobody can read them there is nothing left to say. */
export function writeError(text: string): void {
  try {
    writeAll(standardError, Buffer.from(text, 'utf8'));
  } catch {
    // Standard error is closed.
  }
}

/**
 * Writes a file. An existing regular file is replaced atomically and keeps its mode; what a link points to is written, the
 * link stays; devices and pipes are written as they are. A new file with secrets can be read by its owner only.
 */
export function writeFile(path: string, text: string, holdsSecrets: boolean): void {
  try {
    const descriptor = openDescriptor(path);
    if (descriptor !== undefined) {
      writeAll(descriptor, Buffer.from(text, 'utf8'));
      return;
    }
    const target = resolveLinks(path);
    const existing = statOf(target);
    if (existing?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    if (existing && !existing.isFile()) writeInPlace(target, text);
    else replace(target, text, existing ? existing.mode & permissionBits : undefined, holdsSecrets);
  } catch (error) {
    throw new Failure(`cannot write ${path}: ${systemErrorWords(error)}`);
  }
}

function replace(target: string, text: string, mode: number | undefined, holdsSecrets: boolean): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const descriptor = openSync(temporary, 'wx', holdsSecrets || mode !== undefined ? secretMode : plainMode);
  try {
    try {
      if (mode !== undefined) fchmodSync(descriptor, mode);
      writeAll(descriptor, Buffer.from(text, 'utf8'));
      // A full disk may say so only now.
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The descriptor that a name stands for. To open it anew fails where it is a socket. */
function openDescriptor(path: string): number | undefined {
  if (path === '/dev/stdout') return standardOutput;
  if (path === '/dev/stderr') return standardError;
  const number = /^\/(?:dev|proc\/self)\/fd\/([0-9]+)$/.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

function writeInPlace(target: string, text: string): void {
  const descriptor = openSync(target, 'w');
  try {
    writeAll(descriptor, Buffer.from(text, 'utf8'));
  } finally {
    closeSync(descriptor);
  }
}

const mostLinks = 40;

/** The file behind a chain of links, whether it exists or not. */
function resolveLinks(path: string): string {
  let target = path;
  for (let links = 0; links < mostLinks; links++) {
    try {
      return realpathSync(target);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw error;
    }
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return target;
    target = resolve(dirname(target), readlinkSync(target));
  }
  return target;
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function writeAll(descriptor: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error;
      // A full pipe that does not block: give its reader a moment.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
