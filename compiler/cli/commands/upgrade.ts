// `kindling upgrade`: moves configs to other versions in place. Each file is written as a whole or not at all.
import { dirname } from 'node:path';
import type { Variant } from '../../../spec/model.ts';
import { specs } from '../../../spec/resolve.ts';
import { filesDir } from '../../node/files-dir.ts';
import { definitionOf } from '../../src/catalogue.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Document } from '../../src/document.ts';
import type { Host } from '../../src/host.ts';
import { readDocument } from '../../src/read-document.ts';
import { escapeControls } from '../../src/render/escape.ts';
import { nearest } from '../../src/text/edit-distance.ts';
import { type IgnitionUpgrade, upgradeIgnitionDocument } from '../../src/upgrade/ignition.ts';
import { type UpgradeRemark, type UpgradeResult, upgradeDocument } from '../../src/upgrade/upgrade.ts';
import { readIgnition } from '../../src/validate-ignition.ts';
import { autoFilesDir } from '../check/auto-files-dir.ts';
import { distinctFiles, type FoundFile, findFiles } from '../check/find-files.ts';
import { readFile } from '../check/read-file.ts';
import { exitCodes, Failure } from '../failure.ts';
import { rewriteFile } from '../fix/rewrite-file.ts';
import { writeError, writeOut } from '../output.ts';

export interface UpgradeFlags {
  readonly to?: string;
  readonly variant?: string;
  readonly sugar?: boolean;
  readonly dryRun?: boolean;
  readonly diff?: boolean;
  readonly filesDir: string;
}

interface Counts {
  upgraded: number;
  unchanged: number;
  refused: number;
  /** Not read, or not written. */
  failed: number;
}

/** Upgrades what the paths stand for. Resolves to the exit code. */
export async function run(paths: readonly string[], flags: UpgradeFlags): Promise<number> {
  const variant = readVariant(flags.variant);
  const found = await findFiles(paths);
  const counts: Counts = { upgraded: 0, unchanged: 0, refused: 0, failed: 0 };
  for (const { file, message } of found.flatMap(({ failures }) => failures)) fail(counts, file, message);
  for (const file of distinctFiles(found)) {
    try {
      await upgradeFile(file, variant, flags, counts);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      counts.failed++;
      writeError(`kindling: ${escapeControls(error.message)}\n`);
    }
  }
  const { upgraded, unchanged, refused, failed } = counts;
  if (upgraded + unchanged + refused + failed === 0)
    throw new Failure('there is no config to upgrade', exitCodes.usage);
  const isTrial = flags.dryRun === true || flags.diff === true;
  writeError(`${upgraded} ${isTrial ? 'can be moved' : 'moved'}, ${unchanged} there already, ${refused} refused\n`);
  if (failed > 0) return exitCodes.unreadable;
  return refused > 0 ? exitCodes.failed : exitCodes.ok;
}

function readVariant(text: string | undefined): Variant | undefined {
  if (text === undefined) return undefined;
  const names = [...new Set(specs.map(({ variant }) => variant))];
  const variant = names.find((name) => name === text);
  if (variant !== undefined) return variant;
  const meant = nearest(text, names);
  const advice = meant === undefined ? `use ${names.join(', ')}` : `did you mean \`${meant}\`?`;
  throw new Failure(`there is no variant \`${text}\`; ${advice}`, exitCodes.usage);
}

function fail(counts: Counts, file: string, message: string): void {
  counts.failed++;
  writeError(`kindling: cannot upgrade ${escapeControls(file)}: ${escapeControls(message)}\n`);
}

async function upgradeFile(
  file: FoundFile,
  variant: Variant | undefined,
  flags: UpgradeFlags,
  counts: Counts,
): Promise<void> {
  const read = await readFile(file);
  if (read.kind === 'other') return;
  if (read.kind === 'failed') return fail(counts, file.name, read.message);
  const { bytes } = read;
  if (read.kind === 'ignition') {
    // A search for configs of a variant comes upon Ignition files too, which have none.
    if (variant !== undefined) return;
    const document = readIgnition(bytes, file.name);
    return settle(file, bytes, document, upgradeIgnitionDocument(document, flags.to), flags, counts);
  }
  const document = readDocument(bytes, file.name);
  const target = {
    ...(variant ? { variant } : {}),
    ...(flags.to === undefined ? {} : { version: flags.to }),
    sugar: flags.sugar === true,
  };
  return settle(file, bytes, document, upgradeDocument(document, target, hostOf(document, file, flags)), flags, counts);
}

function hostOf(document: Document, { path }: FoundFile, flags: UpgradeFlags): Host {
  const directory =
    flags.filesDir === 'auto' ? autoFilesDir(document, path === undefined ? '.' : dirname(path)) : flags.filesDir;
  return directory === undefined ? {} : { inputs: filesDir(directory, { followOutside: true }) };
}

async function settle(
  file: FoundFile,
  bytes: Uint8Array,
  document: Document,
  result: UpgradeResult | IgnitionUpgrade,
  flags: UpgradeFlags,
  counts: Counts,
): Promise<void> {
  switch (result.kind) {
    case 'no-target':
      // In a search there may be configs of several variants, each with versions of its own.
      counts.refused++;
      writeError(`kindling: cannot upgrade ${escapeControls(file.name)}: ${escapeControls(result.message)}\n`);
      return;
    case 'unchanged':
      counts.unchanged++;
      if (file.path === undefined && !flags.dryRun && !flags.diff) writeOut(document.text);
      if ('notes' in result && result.notes !== undefined)
        writeNotes(file, result.to.version, document, result.notes, {});
      return;
    case 'broken':
      counts.refused++;
      writeError(`kindling: cannot upgrade ${escapeControls(file.name)}, because it has errors as it is\n`);
      return reportProblems(document, result.diagnostics);
    case 'refused':
      counts.refused++;
      writeError(`kindling: ${escapeControls(file.name)} cannot be moved to ${result.to.version}:\n`);
      return writeRemarks(result.document, result.reasons);
    case 'upgraded':
      await deliver(file, bytes, document, result, flags);
      counts.upgraded++;
  }
}

async function deliver(
  file: FoundFile,
  bytes: Uint8Array,
  document: Document,
  result: Extract<UpgradeResult | IgnitionUpgrade, { kind: 'upgraded' }>,
  flags: UpgradeFlags,
): Promise<void> {
  if (bytes[0] === 0xff || bytes[0] === 0xfe) throw new Failure(`${file.name} is UTF-16; save it as UTF-8 first`);
  if (flags.diff) {
    const { diffText } = await import('../fix/diff-text.ts');
    writeOut(diffText(file.name, document.text, result.text));
  } else if (flags.dryRun) writeOut(`${escapeControls(file.name)} can be moved to ${result.to.version}\n`);
  else if (file.path === undefined) writeOut(result.text);
  else rewriteFile(file.path, bytes, result.text);
  writeNotes(file, result.to.version, result.document, result.notes, flags);
}

function writeNotes(
  file: FoundFile,
  version: string,
  document: Document,
  notes: readonly UpgradeRemark[],
  { diff, dryRun }: Pick<UpgradeFlags, 'diff' | 'dryRun'>,
): void {
  if (notes.length === 0) return;
  // A diff shows the new text; without it, it is nowhere to be seen.
  const where = diff || dryRun ? ', at the places of the new text' : '';
  writeError(`kindling: ${escapeControls(file.name)}: to know about ${version}${where}:\n`);
  writeRemarks(document, notes);
}

/** One line each, with the place in the document. */
function writeRemarks(document: Document, remarks: readonly UpgradeRemark[]): void {
  for (const { message, range } of remarks) {
    const { line, column } = document.lines.at(range.start);
    writeError(`  ${escapeControls(document.uri)}:${line}:${column}: ${escapeControls(message)}\n`);
  }
}

async function reportProblems(document: Document, diagnostics: readonly Diagnostic[]): Promise<void> {
  const { renderPretty } = await import('../../src/render/pretty.ts');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  writeError(renderPretty(errors, new Map([[document.uri, document]]), { definitionOf }));
}
