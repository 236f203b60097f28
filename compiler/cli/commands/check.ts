// `kindling check`: many configs in one run, every finding in the form that its reader wants. A file that cannot be checked is
// said so in one line and keeps no other from being checked.
import { statSync } from 'node:fs';
import type { CheckResult } from '../../src/check.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { LinedText } from '../../src/document.ts';
import type { Releases } from '../../src/embedded/language.ts';
import { definitionOf } from '../../src/full-catalogue.ts';
import { escapeControls } from '../../src/render/escape.ts';
import type { Documents, FileFailure, RenderOptions } from '../../src/render/renderer.ts';
import { applyBaseline, type BaselineResult, writeBaseline } from '../check/baseline.ts';
import { type CheckOptions, checkFile } from '../check/check-file.ts';
import { codeFilter } from '../check/codes.ts';
import { distinctFiles, type FoundArgument, type FoundFile, findFiles } from '../check/find-files.ts';
import { rendererOf } from '../check/formats.ts';
import { Neighbours } from '../check/neighbours.ts';
import { startProgress } from '../check/progress.ts';
import { readFile } from '../check/read-file.ts';
import { reportNames } from '../check/repository-names.ts';
import { countOf, summaryLine } from '../check/summary.ts';
import { exitCodes, Failure } from '../failure.ts';
import type { FixFlags, FixResult } from '../fix/fix-files.ts';
import { writeError, writeFile, writeOut } from '../output.ts';
import { holdsSecrets } from '../secrets.ts';
import { type ColorFlags, colorStyle, columnsOf, wantsColor } from '../terminal.ts';
import { version } from '../version.ts';

export interface CheckFlags extends ColorFlags, FixFlags {
  readonly format: string;
  readonly output?: string;
  readonly maxWarnings?: string;
  readonly only?: readonly string[];
  readonly ignore?: readonly string[];
  readonly filesDir: string;
  readonly followOutside?: boolean;
  readonly raw?: boolean;
  readonly lint?: boolean;
  readonly systemd?: string;
  readonly podman?: string;
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

/** Checks what the paths stand for. Resolves to the exit code. */
export async function run(paths: readonly string[], flags: CheckFlags): Promise<number> {
  const mostWarnings = readMaxWarnings(flags.maxWarnings);
  const isReported = codeFilter(flags);
  const render = await rendererOf(flags.format);
  const options = checkOptions(flags);
  const targets = await findFiles(paths);
  const mended = await mend(targets, options, isReported, flags);
  // The mended text of standard input takes standard output, where `fmt` and `upgrade` put it too.
  const stream = mended.input === undefined ? process.stdout : process.stderr;
  const color = wantsColor(flags, flags.output === undefined ? stream : {});
  const checked = await checkAll(distinctFiles(targets).map(withContents(mended.input)), targets, options);
  for (const { file, message } of checked.failures) {
    writeError(`kindling: cannot check ${escapeControls(file)}: ${escapeControls(message)}\n`);
  }
  const found = checked.diagnostics.filter(isReported);
  if (flags.writeBaseline !== undefined) return listAsKnown(flags.writeBaseline, found, checked);
  const split = splitKnown(flags.baseline, found, checked);
  const report = render(split.reported, checked.documents, renderOptions(checked, color, stream, flags.format));
  const isWritten = writeReport(flags.output, report, stream);
  const counts = { ...checked, files: checked.files.length, failures: checked.failures.length };
  writeError(
    `${summaryLine({ ...counts, diagnostics: split.reported, known: split.known.length, gone: split.gone })}\n`,
  );
  if (!isWritten || mended.failures > 0 || checked.failures.length > 0) return exitCodes.unreadable;
  return verdict(split.reported, mostWarnings);
}

/** Applies fixes before anything is reported. */
async function mend(
  found: readonly FoundArgument[],
  options: CheckOptions,
  isReported: (diagnostic: Diagnostic) => boolean,
  flags: CheckFlags,
): Promise<FixResult> {
  if (!flags.fix && !flags.fixUnsafe && !flags.diff) return { failures: 0 };
  const { fixFiles } = await import('../fix/fix-files.ts');
  return fixFiles(distinctFiles(found), options, isReported, flags);
}

/** Puts what standard input has become into the place of its contents: it can be read only once. */
function withContents(bytes: Uint8Array | undefined): (file: FoundFile) => FoundFile {
  return (file) => (file.path === undefined && bytes ? { ...file, bytes } : file);
}

/** All files of a run with all that was found in them. */
interface Checked {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** Those with findings: a report needs no others. */
  readonly documents: Documents;
  readonly failures: readonly FileFailure[];
  readonly hidden: number;
}

async function checkAll(
  list: readonly FoundFile[],
  found: readonly FoundArgument[],
  options: CheckOptions,
): Promise<Checked> {
  const files: string[] = [];
  const failures: FileFailure[] = found.flatMap((argument) => argument.failures);
  const diagnostics: Diagnostic[] = [];
  const documents = new Map<string, LinedText>();
  let hidden = 0;
  const checkedPaths = new Set<string>();
  const progress = startProgress();
  for (const [index, file] of list.entries()) {
    progress.step(index, list.length, file.name);
    const result = await checkOne(file, options);
    if (result === undefined) continue;
    checkedPaths.add(file.name);
    if ('message' in result) {
      failures.push(result);
      continue;
    }
    files.push(file.name);
    hidden += result.hidden;
    if (result.diagnostics.length > 0) documents.set(file.name, result.document);
    for (const other of result.others) documents.set(other.uri, other);
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
  }
  progress.done();
  for (const failure of emptyArguments(found, checkedPaths)) failures.push(failure);
  return { files, diagnostics, documents, failures, hidden };
}

/** Undefined: a YAML file that is no config. */
async function checkOne(file: FoundFile, options: CheckOptions): Promise<CheckResult | FileFailure | undefined> {
  const read = await readFile(file);
  if (read.kind === 'other') return undefined;
  if (read.kind === 'failed') return { file: file.name, message: read.message };
  try {
    return await checkFile(file, read.kind, read.bytes, options);
  } catch (error) {
    // A fault of ours in one file must not cost the findings in all others.
    const what = error instanceof Error ? `${error.name}: ${error.message}`.split('\n', 1)[0] : 'unknown';
    return { file: file.name, message: `internal fault (${what}); please report it with the file` };
  }
}

/** Directories and globs in which there was no config at all: a wrong path would otherwise look like a clean one. */
function emptyArguments(found: readonly FoundArgument[], checked: ReadonlySet<string>): readonly FileFailure[] {
  return found
    .filter(({ kind, files, failures }) => {
      return kind !== 'file' && failures.length === 0 && !files.some(({ name }) => checked.has(name));
    })
    .map(({ argument, kind }) => {
      const where = kind === 'directory' ? 'there is no Butane or Ignition config in it' : 'no config matches';
      return { file: argument, message: where };
    });
}

function checkOptions(flags: CheckFlags): CheckOptions {
  const { filesDir, followOutside, raw } = flags;
  if (filesDir !== 'auto' && statSync(filesDir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Failure(`--files-dir: there is no directory \`${filesDir}\``, exitCodes.usage);
  }
  const options = { filesDir, followOutside: followOutside !== false, raw: raw === true };
  if (flags.lint === false) return options;
  return { ...options, lint: { releases: releasesOf(flags) }, neighbours: new Neighbours(options.followOutside) };
}

/** The programs that will read units and Quadlets, where the user names them. */
function releasesOf({ systemd, podman }: CheckFlags): Releases {
  if (systemd !== undefined && !/^\d{3}$/.test(systemd)) {
    throw new Failure(`--systemd takes a release such as 257, not \`${systemd}\``, exitCodes.usage);
  }
  if (podman !== undefined && !/^\d+\.\d+$/.test(podman)) {
    throw new Failure(`--podman takes a release such as 5.4, not \`${podman}\``, exitCodes.usage);
  }
  return { ...(systemd ? { systemd: Number(systemd) } : {}), ...(podman ? { podman } : {}) };
}

function readMaxWarnings(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Failure(`--max-warnings takes a whole number, not \`${text}\``, exitCodes.usage);
}

function renderOptions(
  { files, failures }: Checked,
  color: boolean,
  stream: NodeJS.WriteStream,
  format: string,
): RenderOptions {
  const columns = columnsOf(stream);
  const nameOf = reportNames(format);
  return {
    definitionOf,
    version,
    files,
    failures,
    ...(columns === undefined ? {} : { columns }),
    ...(color ? { style: colorStyle() } : {}),
    ...(nameOf ? { nameOf } : {}),
  };
}

/** Whether the report could be written; a line says so when not. */
function writeReport(path: string | undefined, report: string, stream: NodeJS.WriteStream): boolean {
  try {
    if (path === undefined && stream === process.stderr) writeError(report);
    else if (path === undefined) writeOut(report);
    else writeFile(path, report, holdsSecrets(report));
    return true;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    writeError(`kindling: ${escapeControls(error.message)}\n`);
    return false;
  }
}

function splitKnown(
  path: string | undefined,
  found: readonly Diagnostic[],
  { documents, files }: Checked,
): BaselineResult {
  if (path === undefined) return { reported: found, known: [], gone: 0 };
  return applyBaseline(path, found, documents, files);
}

function listAsKnown(path: string, found: readonly Diagnostic[], { documents, failures }: Checked): number {
  try {
    writeBaseline(path, found, documents);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(error.message, exitCodes.unreadable);
  }
  writeError(`listed ${found.length} findings in ${escapeControls(path)}\n`);
  return failures.length > 0 ? exitCodes.unreadable : exitCodes.ok;
}

function verdict(diagnostics: readonly Diagnostic[], mostWarnings: number | undefined): number {
  if (countOf(diagnostics, 'error') > 0) return exitCodes.failed;
  const warnings = countOf(diagnostics, 'warning');
  if (mostWarnings === undefined || warnings <= mostWarnings) return exitCodes.ok;
  writeError(`kindling: too many warnings: ${warnings}, and --max-warnings allows ${mostWarnings}\n`);
  return exitCodes.failed;
}
