// The `--fix` part of `kindling check`: mends what can be mended before anything is reported. Each file is written as a whole or
// not at all, and one that cannot be written keeps no other from being mended.
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { filesDir } from '../../node/files-dir.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import { applyFixesLater, type CheckedText } from '../../src/fix/apply-fixes.ts';
import type { FixContext } from '../../src/fix/fix.ts';
import { escapeControls } from '../../src/render/escape.ts';
import { autoFilesDir } from '../check/auto-files-dir.ts';
import { type CheckOptions, checkFile, checkFileOnly } from '../check/check-file.ts';
import type { FoundFile } from '../check/find-files.ts';
import { readFile } from '../check/read-file.ts';
import { Failure } from '../failure.ts';
import { writeBytes, writeError, writeOut } from '../output.ts';
import { rewriteFile } from './rewrite-file.ts';

export interface FixFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  /** Show what would change instead of writing it. */
  readonly diff?: boolean;
}

export interface FixResult {
  /** How many files could not be written. */
  readonly failures: number;
  /** Standard input as it is to be checked now, where it was one of the files. */
  readonly input?: Uint8Array;
}

/**
 * Mends the findings of each file that `isReported` lets through. Says what was done on standard error; a diff goes to standard
 * output, and so does the text of standard input.
 */
export async function fixFiles(
  files: readonly FoundFile[],
  options: CheckOptions,
  isReported: (diagnostic: Diagnostic) => boolean,
  flags: FixFlags,
): Promise<FixResult> {
  let failures = 0;
  let fixes = 0;
  let changed = 0;
  let input: Uint8Array | undefined;
  for (const file of files) {
    try {
      const { count, bytes } = await fixFile(file, options, isReported, flags);
      fixes += count;
      if (count > 0) changed++;
      if (file.path === undefined) input = bytes;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures++;
      writeError(`kindling: ${escapeControls(error.message)}\n`);
    }
  }
  const verb = flags.diff ? 'can be mended' : 'mended';
  const inFiles = changed === 1 ? '1 file' : `${changed} files`;
  writeError(`${fixes} ${fixes === 1 ? 'finding' : 'findings'} ${verb} in ${inFiles}\n`);
  return { failures, ...(input ? { input } : {}) };
}

interface Fixed {
  readonly count: number;
  /** Of standard input: what is to be checked. */
  readonly bytes?: Uint8Array;
}

async function fixFile(
  file: FoundFile,
  options: CheckOptions,
  isReported: (diagnostic: Diagnostic) => boolean,
  flags: FixFlags,
): Promise<Fixed> {
  const read = await readFile(file);
  // What cannot be read is reported by the check itself.
  if (!('bytes' in read)) return { count: 0 };
  const mended = read.kind === 'butane' ? await mend(file, read.bytes, options, isReported, flags) : undefined;
  const bytes = mended && flags.diff !== true ? Buffer.from(mended.after) : read.bytes;
  if (flags.diff) {
    const { diffText } = await import('./diff-text.ts');
    if (mended) writeOut(diffText(file.name, mended.before, mended.after));
  } else if (file.path === undefined) writeBytes(bytes);
  else if (mended) rewriteFile(file.path, read.bytes, mended.after);
  return { count: mended?.count ?? 0, bytes };
}

interface Mended {
  readonly count: number;
  readonly before: string;
  readonly after: string;
}

/** A text with its findings mended; undefined when there is nothing to mend. */
async function mend(
  file: FoundFile,
  bytes: Uint8Array,
  options: CheckOptions,
  isReported: (diagnostic: Diagnostic) => boolean,
  flags: FixFlags,
): Promise<Mended | undefined> {
  // UTF-16 would have to be written as such.
  if (bytes[0] === 0xff || bytes[0] === 0xfe) return undefined;
  const check = async (text: string): Promise<CheckedText> => {
    const { document, diagnostics } = await checkFile(file, 'butane', Buffer.from(text), options);
    return { document, diagnostics: diagnostics.filter(isReported) };
  };
  const before = checkFileOnly(file, 'butane', bytes, options);
  // Bytes that are no text would be written as replacement characters; what a template will render is not known.
  if (before.diagnostics.some(({ code }) => code === 'yaml-encoding' || code === 'template-holes')) return undefined;
  const { text } = before.document;
  const { document, applied } = await applyFixesLater(text, {
    unsafe: flags.fixUnsafe === true,
    check,
    context: contextOf(before.document, file, options),
  });
  if (applied.length === 0 || document.text === text) return undefined;
  return { count: applied.length, before: text, after: document.text };
}

function contextOf(document: Document, { path }: FoundFile, options: CheckOptions): FixContext {
  const directory =
    options.filesDir === 'auto' ? autoFilesDir(document, path === undefined ? '.' : dirname(path)) : options.filesDir;
  const inputs = directory === undefined ? undefined : filesDir(directory, { followOutside: options.followOutside });
  return {
    digest: (name, bytes) => createHash(name).update(bytes).digest('hex'),
    ...(inputs ? { host: { inputs } } : {}),
  };
}
