// `kindling fmt`: formats configs in place. Each file is written as a whole or not at all, and one that cannot be formatted
// keeps no other from being formatted.
import { definitionOf } from '../../src/catalogue.ts';
import type { Document } from '../../src/document.ts';
import { formatDocument } from '../../src/format/format.ts';
import { sortKeys } from '../../src/format/sort-keys.ts';
import { readDocument } from '../../src/read-document.ts';
import { escapeControls } from '../../src/render/escape.ts';
import { distinctFiles, type FoundFile, findFiles } from '../check/find-files.ts';
import { readFile } from '../check/read-file.ts';
import { exitCodes, Failure } from '../failure.ts';
import { rewriteFile } from '../fix/rewrite-file.ts';
import { writeError, writeOut } from '../output.ts';

export interface FmtFlags {
  readonly check?: boolean;
  readonly diff?: boolean;
  readonly sortKeys?: boolean;
}

interface Counts {
  changed: number;
  unchanged: number;
  /** Broken, or left alone. */
  left: number;
  /** Not read, or not written. */
  failed: number;
}

/** Formats what the paths stand for. Resolves to the exit code. */
export async function run(paths: readonly string[], flags: FmtFlags): Promise<number> {
  const found = await findFiles(paths);
  const counts: Counts = { changed: 0, unchanged: 0, left: 0, failed: 0 };
  for (const { file, message } of found.flatMap(({ failures }) => failures)) fail(counts, file, message);
  const named = new Set(found.filter(({ kind }) => kind === 'file').map(({ argument }) => argument));
  for (const file of distinctFiles(found)) {
    try {
      await formatFile(file, named.has(file.name), flags, counts);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      counts.failed++;
      writeError(`kindling: ${escapeControls(error.message)}\n`);
    }
  }
  if (counts.changed + counts.unchanged + counts.left + counts.failed === 0) {
    throw new Failure('there is no Butane config to format', exitCodes.usage);
  }
  writeError(`${summary(counts, flags)}\n`);
  if (counts.failed > 0) return exitCodes.unreadable;
  const isWanting = counts.changed > 0 && (flags.check === true || flags.diff === true);
  return isWanting || counts.left > 0 ? exitCodes.failed : exitCodes.ok;
}

function fail(counts: Counts, file: string, message: string): void {
  counts.failed++;
  writeError(`kindling: cannot format ${escapeControls(file)}: ${escapeControls(message)}\n`);
}

async function formatFile(file: FoundFile, isNamed: boolean, flags: FmtFlags, counts: Counts): Promise<void> {
  const read = await readFile(file);
  if (read.kind === 'other') return;
  if (read.kind === 'failed') return fail(counts, file.name, read.message);
  if (read.kind === 'ignition') {
    // Found by a search it is none of our business; named, it is a mistake that should not pass in silence.
    if (isNamed || file.path === undefined) {
      fail(counts, file.name, 'it is Ignition JSON; only Butane configs are formatted');
    }
    return;
  }
  const document = readDocument(read.bytes, file.name);
  const sorted = flags.sortKeys === true ? readDocument(sortKeys(document), file.name) : document;
  const result = formatDocument(sorted);
  if (result.kind !== 'formatted') {
    counts.left++;
    if (file.path === undefined && !flags.check && !flags.diff) writeOut(document.text);
    if (result.kind === 'left')
      writeError(`kindling: ${escapeControls(file.name)} is left as it is: ${result.reason}\n`);
    else await reportProblems(document);
    return;
  }
  await deliver(file, read.bytes, document, result.text, flags, counts);
}

async function deliver(
  file: FoundFile,
  bytes: Uint8Array,
  document: Document,
  text: string,
  flags: FmtFlags,
  counts: Counts,
): Promise<void> {
  const isStandardInput = file.path === undefined;
  if (text === document.text) {
    counts.unchanged++;
    if (isStandardInput && !flags.check && !flags.diff) writeOut(text);
    return;
  }
  if (isUtf16(bytes)) {
    counts.left++;
    writeError(`kindling: ${escapeControls(file.name)} is left as it is: it is UTF-16; save it as UTF-8\n`);
    return;
  }
  if (flags.diff) {
    const { diffText } = await import('../fix/diff-text.ts');
    writeOut(diffText(file.name, document.text, text));
  } else if (flags.check) writeOut(`${escapeControls(file.name)}\n`);
  else if (file.path === undefined) writeOut(text);
  else rewriteFile(file.path, bytes, text);
  // Only now: what could not be written counts as failed.
  counts.changed++;
  if (hasMixedBreaks(document.text) && !flags.check) {
    writeError(
      `kindling: ${escapeControls(file.name)} had mixed line breaks; its lines now end in the more frequent one\n`,
    );
  }
}

function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function hasMixedBreaks(text: string): boolean {
  return /\r\n/.test(text) && /(?<!\r)\n/.test(text);
}

async function reportProblems(document: Document): Promise<void> {
  const { renderPretty } = await import('../../src/render/pretty.ts');
  const documents = new Map([[document.uri, document]]);
  writeError(renderPretty(document.problems, documents, { definitionOf }));
}

function summary({ changed, unchanged, left, failed }: Counts, { check, diff }: FmtFlags): string {
  const done = check || diff ? 'to be formatted' : 'formatted';
  const parts = [
    `${changed} ${changed === 1 ? 'file' : 'files'} ${done}`,
    `${unchanged} as they should be`,
    left > 0 ? `${left} left as they are` : '',
    failed > 0 ? `${failed} failed` : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
