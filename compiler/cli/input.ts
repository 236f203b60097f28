// Reads what a command works on: a file, or standard input.
import { readFileSync } from 'node:fs';
import { errorCode } from '../node/files-dir.ts';
import { Failure } from './failure.ts';
import { systemErrorWords } from './system-error.ts';

const standardInput = 0;
let input: Promise<Uint8Array> | undefined;

/** The bytes of a file; of standard input when no name is given. */
export async function readInput(path: string | undefined): Promise<Uint8Array> {
  try {
    if (path !== undefined) return readFileSync(path);
    // It can be read only once; whoever asks again gets the same.
    input ??= readStandardInput();
    return await input;
  } catch (error) {
    throw new Failure(`cannot read ${path ?? 'standard input'}: ${systemErrorWords(error)}`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  try {
    return readFileSync(standardInput);
  } catch (error) {
    // A terminal or a pipe that does not block has nothing to give yet; a closed input has nothing at all.
    if (errorCode(error) === 'EOF') return new Uint8Array();
    if (errorCode(error) !== 'EAGAIN') throw error;
  }
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
