// One file of a run: finds its files directory and checks it.
import { dirname } from 'node:path';
import { filesDir } from '../../node/files-dir.ts';
import { type CheckResult, check, checkWithLints } from '../../src/check.ts';
import type { Document } from '../../src/document.ts';
import type { Host } from '../../src/host.ts';
import type { LintOptions } from '../../src/lint/lint.ts';
import { autoFilesDir } from './auto-files-dir.ts';
import type { FoundFile } from './find-files.ts';
import type { Neighbours } from './neighbours.ts';

export interface CheckOptions {
  /** A directory, or `auto`. */
  readonly filesDir: string;
  readonly followOutside: boolean;
  readonly raw: boolean;
  /** Absent: no lints. */
  readonly lint?: LintOptions;
  /** What knows the projects that files belong to; absent: each file stands for itself. */
  readonly neighbours?: Neighbours;
}

type Kind = 'butane' | 'ignition';

/** Checks the bytes of a Butane or Ignition config, lints included. */
export async function checkFile(
  file: FoundFile,
  kind: Kind,
  bytes: Uint8Array,
  options: CheckOptions,
): Promise<CheckResult> {
  const { lint, neighbours } = options;
  if (lint === undefined) return checkFileOnly(file, kind, bytes, options);
  // Lints look into Butane configs only; what they are merged with is then not needed either.
  const around = kind === 'butane' && file.path !== undefined ? ((await neighbours?.around(file.path)) ?? []) : [];
  return checkWithLints(bytes, { ...coreOptions(file, kind, options), lint: { ...lint, around } });
}

/** The same without lints, at once. */
export function checkFileOnly(file: FoundFile, kind: Kind, bytes: Uint8Array, options: CheckOptions): CheckResult {
  return check(bytes, coreOptions(file, kind, options));
}

function coreOptions(file: FoundFile, kind: Kind, options: CheckOptions) {
  const hostFor = (document: Document): Host => hostOf(document, file, options);
  return { path: file.name, kind, raw: options.raw, hostFor };
}

function hostOf(document: Document, { path }: FoundFile, options: CheckOptions): Host {
  const directory =
    options.filesDir === 'auto' ? autoFilesDir(document, path === undefined ? '.' : dirname(path)) : options.filesDir;
  return directory === undefined ? {} : { inputs: filesDir(directory, { followOutside: options.followOutside }) };
}
