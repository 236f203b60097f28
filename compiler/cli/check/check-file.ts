// One file of a run: finds its files directory and checks it.
import { dirname } from 'node:path';
import { filesDir } from '../../node/files-dir.ts';
import { type CheckResult, check } from '../../src/check.ts';
import type { Document } from '../../src/document.ts';
import type { Host } from '../../src/host.ts';
import { autoFilesDir } from './auto-files-dir.ts';
import type { FoundFile } from './find-files.ts';

export interface CheckOptions {
  /** A directory, or `auto`. */
  readonly filesDir: string;
  readonly followOutside: boolean;
  readonly raw: boolean;
}

/** Checks the bytes of a Butane or Ignition config. */
export function checkFile(
  file: FoundFile,
  kind: 'butane' | 'ignition',
  bytes: Uint8Array,
  options: CheckOptions,
): CheckResult {
  const hostFor = (document: Document): Host => hostOf(document, file, options);
  return check(bytes, { path: file.name, kind, raw: options.raw, hostFor });
}

function hostOf(document: Document, { path }: FoundFile, options: CheckOptions): Host {
  const directory =
    options.filesDir === 'auto' ? autoFilesDir(document, path === undefined ? '.' : dirname(path)) : options.filesDir;
  return directory === undefined ? {} : { inputs: filesDir(directory, { followOutside: options.followOutside }) };
}
