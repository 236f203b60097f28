// `kindling compile`: Butane's command line, flag for flag.
import { nodeHost } from '../../node/index.ts';
import { definitionOf } from '../../src/catalogue.ts';
import { compile } from '../../src/compile.ts';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import type { Host, InputError } from '../../src/host.ts';
import { laterDocumentFindings } from '../../src/later-document.ts';
import { readDocument } from '../../src/read-document.ts';
import { templateFinding } from '../../src/template.ts';
import { exitCodes, Failure } from '../failure.ts';
import { readInput } from '../input.ts';
import { writeError, writeFile, writeOut } from '../output.ts';
import { holdsSecrets, privateKey } from '../secrets.ts';
import { type ColorFlags, colorStyle, columnsOf, wantsColor } from '../terminal.ts';

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
  const color = wantsColor(flags, process.stderr);
  const input = await readInput(path);
  const name = path ?? '<stdin>';
  // An empty directory name is no directory, as with the reference.
  const disk = nodeHost(flags.filesDir || undefined, { followOutside: flags.followOutside !== false });
  const watch = watchForKeys(disk);
  const { output, diagnostics } = compile(input, {
    path: name,
    host: watch.host,
    raw: flags.raw === true,
    pretty: flags.pretty === true,
  });
  await report(input, name, diagnostics, { isRaw: flags.rawErrors === true, color });
  if (output === undefined) return exitCodes.failed;
  if (flags.strict && diagnostics.some((diagnostic) => diagnostic.severity === 'warning')) {
    throw new Failure('there are warnings, and --strict was given');
  }
  if (flags.check) return exitCodes.ok;
  if (flags.output) writeFile(flags.output, `${output}\n`, watch.sawKey() || holdsSecrets(input));
  else writeOut(`${output}\n`);
  return exitCodes.ok;
}

interface ReportForm {
  /** Lines as Butane's `--raw-errors` gives them, instead of frames. */
  readonly isRaw: boolean;
  readonly color: boolean;
}

/** Writes what was found, and notes that are no part of the verdict. */
async function report(
  input: Uint8Array,
  name: string,
  diagnostics: readonly Diagnostic[],
  { isRaw, color }: ReportForm,
): Promise<void> {
  const all = [...diagnostics, ...asides(input, name, diagnostics)];
  if (all.length === 0) return;
  const documents = new Map([[name, readDocument(input, name)]]);
  if (isRaw) {
    const { renderRawErrors } = await import('../../src/render/raw-errors.ts');
    writeError(renderRawErrors(all, documents));
    return;
  }
  const { renderPretty } = await import('../../src/render/pretty.ts');
  const columns = columnsOf(process.stderr);
  const width = columns === undefined ? {} : { columns };
  writeError(renderPretty(all, documents, { definitionOf, ...width, ...(color ? { style: colorStyle() } : {}) }));
}

/** What the reference does not say: that there is more in the file, or that it is a template. */
function asides(input: Uint8Array, name: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length === 0 && !mayGoOn(input)) return [];
  const document = readDocument(input, name);
  const template = templateFinding({ document, diagnostics }, 'note');
  return [...laterDocumentFindings(document, 'note'), ...(template ? [template] : [])];
}

/**
 * Whether something may follow the first document: a mark of its end or of the next, or a config in braces, behind which
 * anything can stand. To read every text again only for that would double the work.
 */
function mayGoOn(input: Uint8Array): boolean {
  const isUtf16 = input[0] === 0xff || input[0] === 0xfe;
  return isUtf16 || /^(---|\.\.\.|[{[])/m.test(Buffer.from(input).toString('latin1'));
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
