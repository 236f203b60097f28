// Reads a file for `check` and tells what it is: a Butane config, an Ignition config, something else, or a reason why not.
import { readFileSync, statSync } from 'node:fs';
import { decodeText } from '../../src/text/decode.ts';
import { Failure } from '../failure.ts';
import { readInput } from '../input.ts';
import { systemErrorWords } from '../system-error.ts';
import type { FoundFile } from './find-files.ts';

export type ReadFile =
  | { readonly kind: 'butane' | 'ignition'; readonly bytes: Uint8Array }
  /** A YAML file that a search came upon and that is no config. */
  | { readonly kind: 'other' }
  | { readonly kind: 'failed'; readonly message: string };

/** Never throws. */
export async function readFile(file: FoundFile): Promise<ReadFile> {
  try {
    const bytes = file.bytes ?? (file.path === undefined ? await readInput(undefined) : readRegularFile(file.path));
    if (file.isCandidate && !holdsConfig(bytes)) return { kind: 'other' };
    if (isBinary(bytes)) return { kind: 'failed', message: 'it is a binary file' };
    return { kind: isIgnition(file, bytes) ? 'ignition' : 'butane', bytes };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Failure ? error.message : systemErrorWords(error) };
  }
}

/** Opening a FIFO waits for a writer, for ever; what stands for an open descriptor was given on purpose. */
function readRegularFile(path: string): Uint8Array {
  const stat = statSync(path);
  if (stat.isDirectory()) throw new Failure('it is a directory');
  if (!stat.isFile() && !/^\/(dev|proc)\//.test(path)) throw new Failure('it is a device, socket or FIFO');
  return readFileSync(path);
}

const sampleLength = 8192;

/** A NUL among the first bytes, in a file that does not announce UTF-16. */
function isBinary(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return !isUtf16 && bytes.subarray(0, sampleLength).includes(0);
}

const variantKey = /^\ufeff?(?:---[ \t]+)?["']?variant["']?[ \t]*:/m;
const versionKey = /^\ufeff?(?:---[ \t]+)?["']?version["']?[ \t]*:/m;

/** Whether a YAML file has `variant` and `version` at its top level. */
function holdsConfig(bytes: Uint8Array): boolean {
  const [first] = bytes;
  // Most files of a repository are something else, and need not be decoded to be passed over.
  if (
    first !== 0xff &&
    first !== 0xfe &&
    !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('variant')
  ) {
    return false;
  }
  const { text } = decodeText(bytes);
  return variantKey.test(text) && versionKey.test(text);
}

function isIgnition({ name, path }: FoundFile, bytes: Uint8Array): boolean {
  if (/\.(ign|json)$/.test(name)) return true;
  if (path !== undefined) return false;
  // Standard input has no ending. A config in JSON form that names no variant is Ignition's.
  const text = decodeText(bytes).text.trimStart();
  return text.startsWith('{') && /"ignition"\s*:/i.test(text) && !/"variant"\s*:/.test(text);
}
