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
import { writeError, writeOut } from '../output.ts';
import { rewriteFile } from './rewrite-file.ts';

export interface FixFlags {
  readonly fix?: boolean;
  readonly fixUnsafe?: boolean;
  /** Show what would change instead of writing it. */
  readonly diff?: boolean;
}

/**
 * Mends the findings of each file that `isReported` lets through. Says what was done on standard error; a diff goes to standard
 * output. Gives the number of files that could not be written.
 */
export async function fixFiles(
  files: readonly FoundFile[],
  options: CheckOptions,
  isReported: (diagnostic: Diagnostic) => boolean,
  flags: FixFlags,
): Promise<number> {
  let failures = 0;
  let fixes = 0;
  let changed = 0;
  for (const file of files) {
    try {
      const count = await fixFile(file, options, isReported, flags);
      fixes += count;
      if (count > 0) changed++;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      failures++;
      writeError(`kindling: ${escapeControls(error.message)}\n`);
    }
  }
  const verb = flags.diff ? 'can be mended' : 'mended';
  const inFiles = changed === 1 ? '1 file' : `${changed} files`;
  writeError(`${fixes} ${fixes === 1 ? 'finding' : 'findings'} ${verb} in ${inFiles}\n`);
  return failures;
}

async function fixFile(
  file: FoundFile,
  options: CheckOptions,
  isReported: (diagnostic: Diagnostic) => boolean,
  flags: FixFlags,
): Promise<number> {
  const read = await readFile(file);
  // What cannot be read is reported by the check itself. UTF-16 would have to be written as such.
  if (read.kind !== 'butane' || file.path === undefined || read.bytes[0] === 0xff || read.bytes[0] === 0xfe) return 0;
  const check = async (text: string): Promise<CheckedText> => {
    const { document, diagnostics } = await checkFile(file, 'butane', Buffer.from(text), options);
    return { document, diagnostics: diagnostics.filter(isReported) };
  };
  const before = checkFileOnly(file, 'butane', read.bytes, options);
  // Bytes that are no text would be written as replacement characters; what a template will render is not known.
  if (before.diagnostics.some(({ code }) => code === 'yaml-encoding' || code === 'template-holes')) return 0;
  const { text } = before.document;
  const { document, applied } = await applyFixesLater(text, {
    unsafe: flags.fixUnsafe === true,
    check,
    context: contextOf(before.document, file, options),
  });
  if (applied.length === 0 || document.text === text) return 0;
  if (flags.diff) {
    const { diffText } = await import('./diff-text.ts');
    writeOut(diffText(file.name, text, document.text));
  } else rewriteFile(file.path, read.bytes, document.text);
  return applied.length;
}

function contextOf(document: Document, { path = '.' }: FoundFile, options: CheckOptions): FixContext {
  const directory = options.filesDir === 'auto' ? autoFilesDir(document, dirname(path)) : options.filesDir;
  const inputs = directory === undefined ? undefined : filesDir(directory, { followOutside: options.followOutside });
  return {
    digest: (name, bytes) => createHash(name).update(bytes).digest('hex'),
    ...(inputs ? { host: { inputs } } : {}),
  };
}
