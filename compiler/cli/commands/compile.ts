// `kindling compile`: Butane's command line, flag for flag.

import { nodeHost } from '../../node/index.ts';
import { compile } from '../../src/compile.ts';
import type { Host, InputError } from '../../src/host.ts';
import { readDocument } from '../../src/read-document.ts';
import { renderPlain } from '../../src/render/plain.ts';
import { exitCodes, Failure } from '../failure.ts';
import { readInput } from '../input.ts';
import { writeError, writeFile, writeOut } from '../output.ts';

export interface CompileFlags {
  readonly check?: boolean;
  readonly filesDir?: string;
  readonly followOutside?: boolean;
  readonly output?: string;
  readonly pretty?: boolean;
  readonly raw?: boolean;
  readonly strict?: boolean;
  readonly input?: string;
}

/** Compiles a file, or standard input without a name. Resolves to the exit code. */
export async function run(path: string | undefined, flags: CompileFlags): Promise<number> {
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
  if (diagnostics.length > 0) {
    const document = readDocument(input, name);
    writeError(renderPlain(diagnostics, new Map([[name, document]])));
  }
  if (output === undefined) return exitCodes.failed;
  if (flags.strict && diagnostics.some((diagnostic) => diagnostic.severity === 'warning')) {
    throw new Failure('there are warnings, and --strict was given');
  }
  if (flags.check) return exitCodes.ok;
  if (flags.output) writeFile(flags.output, `${output}\n`, watch.sawKey() || holdsSecrets(input));
  else writeOut(`${output}\n`);
  return exitCodes.ok;
}

const privateKey = 'PRIVATE KEY-----';
/** Fields that hold secrets, and keys in inline texts. */
const secretText = /password_hash|key_file|PRIVATE KEY-----/;

function holdsSecrets(input: Uint8Array): boolean {
  return secretText.test(Buffer.from(input).toString('latin1'));
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
