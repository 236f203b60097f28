// The library's Node side: a host with a directory of the real disk.
import type { Host } from '../src/index.ts';
import { type FilesDirOptions, filesDir } from './files-dir.ts';
import { gzip } from './gzip.ts';

export { type FilesDirOptions, filesDir } from './files-dir.ts';
export { gzip } from './gzip.ts';

/** A host for `compile` and `analyze`; without a directory local files are refused. */
export function nodeHost(directory?: string, options?: FilesDirOptions): Host {
  return directory === undefined ? { gzip } : { gzip, inputs: filesDir(directory, options) };
}
