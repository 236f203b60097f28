// `kindling compile`: Butane's command line, flag for flag.
import { readFileSync } from 'node:fs';
import { nodeHost } from '../../node/index.ts';
import { butaneEnding } from '../../src/butane-name.ts';
import { type CompileResult, compile } from '../../src/compile.ts';
import type { Host, InputError } from '../../src/host.ts';
import { laterDocumentFindings } from '../../src/later-document.ts';
import { checkMergedConfigs } from '../../src/merged-configs.ts';
import { escapeControls } from '../../src/render/escape.ts';
import { templateFinding } from '../../src/template.ts';
import { exitCodes, Failure } from '../failure.ts';
import { readInput } from '../input.ts';
import { writeError, writeFile, writeOut } from '../output.ts';
import { holdsSecrets, privateKey } from '../secrets.ts';
import { type ColorFlags, colorStyle, colorWish, columnsOf, wantsColor } from '../terminal.ts';

export interface CompileFlags extends ColorFlags {
  readonly check?: boolean;
  readonly filesDir?: string;
  readonly followOutside?: boolean;
  readonly output?: string;
  readonly pretty?: boolean;
  readonly rawErrors?: boolean;
  readonly raw?: boolean;
  readonly strict?: boolean;
  readonly input?: string;
}

/** Compiles a file, or standard input without a name. Resolves to the exit code. */
export async function run(path: string | undefined, flags: CompileFlags): Promise<number> {
  const compiled = await compileFile(path, flags);
  if (compiled === undefined) return exitCodes.failed;
  if (flags.check) return exitCodes.ok;
  if (flags.output) writeFile(flags.output, compiled.text, compiled.isSecret);
  else writeOut(compiled.text);
  return exitCodes.ok;
}

interface Compiled {
  /** With its final line feed. */
  readonly text: string;
  readonly isSecret: boolean;
}

/** The output of a config, after everything that there is to say has been said; undefined when it has errors. */
async function compileFile(path: string | undefined, flags: CompileFlags): Promise<Compiled | undefined> {
  // A wrong word is refused even where nothing will be said; looking at the stream itself would load Node's streams.
  colorWish(flags);
  const input = await readInput(path);
  // An empty directory name is no directory, as with the reference.
  const disk = nodeHost(flags.filesDir || undefined, { followOutside: flags.followOutside !== false });
  const watch = watchForKeys(disk);
  const result = compile(input, {
    path: path ?? '<stdin>',
    host: watch.host,
    raw: flags.raw === true,
    pretty: flags.pretty === true,
  });
  await report(result, disk, { isRaw: flags.rawErrors === true, flags });
  const { output, diagnostics } = result;
  if (output === undefined) return undefined;
  if (flags.strict && diagnostics.some((diagnostic) => diagnostic.severity === 'warning')) {
    throw new Failure('there are warnings, and --strict was given');
  }
  return { text: `${output}\n`, isSecret: watch.sawKey() || holdsSecrets(input) };
}

/**
 * Compiles each file and writes its output beside it, where that differs from what is there. One config with errors, or a file
 * that cannot be read or written, keeps no other from being compiled.
 */
export async function runBeside(paths: readonly string[], flags: CompileFlags): Promise<number> {
  // A wrong word is wrong once, not for each file.
  colorWish(flags);
  let exitCode: number = exitCodes.ok;
  for (const path of paths) {
    try {
      const compiled = await compileFile(path, flags);
      if (compiled === undefined) exitCode = exitCodes.failed;
      else if (!flags.check) writeBeside(path, compiled);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      writeError(`kindling: ${escapeControls(error.message)}\n`);
      exitCode = error.exitCode;
    }
  }
  return exitCode;
}

function writeBeside(path: string, { text, isSecret }: Compiled): void {
  const target = path.replace(butaneEnding, '') + (text.startsWith('{') ? '.ign' : '.yaml');
  if (readText(target) === text) return;
  writeFile(target, text, isSecret);
  writeError(`wrote ${escapeControls(target)}\n`);
}

/** What is there already; nothing where it cannot be read, as writing it tells why. */
function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

interface ReportForm {
  /** Lines as Butane's `--raw-errors` gives them, instead of frames. */
  readonly isRaw: boolean;
  readonly flags: ColorFlags;
}

/** Writes what was found, and notes that are no part of the verdict. */
async function report(result: CompileResult, host: Host, { isRaw, flags }: ReportForm): Promise<void> {
  const { document, diagnostics, config } = result;
  const template = templateFinding({ document, diagnostics }, 'note');
  const merged = config && checkMergedConfigs(config.source, config.spec, host, 'note');
  const asides = [
    ...laterDocumentFindings(document, 'note'),
    ...(template ? [template] : []),
    ...(merged?.diagnostics ?? []),
  ];
  const all = [...diagnostics, ...asides];
  if (all.length === 0) return;
  const documents = new Map([document, ...(merged?.documents ?? [])].map((each) => [each.uri, each]));
  if (isRaw) {
    const { renderRawErrors } = await import('../../src/render/raw-errors.ts');
    writeError(renderRawErrors(all, documents));
    return;
  }
  const { definitionOf } = await import('../../src/catalogue.ts');
  const { renderPretty } = await import('../../src/render/pretty.ts');
  const columns = columnsOf(process.stderr);
  const width = columns === undefined ? {} : { columns };
  const style = wantsColor(flags, process.stderr) ? { style: colorStyle() } : {};
  writeError(renderPretty(all, documents, { definitionOf, ...width, ...style }));
}

/** A host that notes whether a private key was among the local files that were read. */
function watchForKeys(host: Host): { readonly host: Host; readonly sawKey: () => boolean } {
  const { inputs } = host;
  let found = false;
  if (inputs === undefined) return { host, sawKey: () => false };
  const file = (path: string): Uint8Array | InputError => {
    const answer = inputs.file(path);
    if (!('problem' in answer)) found ||= Buffer.from(answer).includes(privateKey);
    return answer;
  };
  return { host: { ...host, inputs: { ...inputs, file } }, sawKey: () => found };
}
