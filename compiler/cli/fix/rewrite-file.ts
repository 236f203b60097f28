// Puts a new text in the place of a file's old one, for all commands that change configs. Refuses what must not be overwritten:
// a file that is read-only, or that somebody else has changed since it was read.
import { readFileSync, statSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { writeFile } from '../output.ts';
import { systemErrorWords } from '../system-error.ts';

const writeBits = 0o222;

/** Writes `text` where `before` was read. What a link points to is replaced, the link stays. Throws a `Failure`. */
export function rewriteFile(path: string, before: Uint8Array, text: string): void {
  let now: Uint8Array;
  try {
    // Replacing needs no right to the file itself, only to its directory; whoever took it away meant it.
    if ((statSync(path).mode & writeBits) === 0) throw new Failure(`cannot write ${path}: the file is read-only`);
    now = readFileSync(path);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`cannot write ${path}: ${systemErrorWords(error)}`);
  }
  if (!Buffer.from(before).equals(now)) {
    throw new Failure(`cannot write ${path}: the file was changed in the meantime; run the command again`);
  }
  writeFile(path, text, false);
}
