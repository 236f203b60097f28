// Where the build leaves V8's compiled code of a bundle.
import { statSync } from 'node:fs';

/**
 * The file beside a bundle that holds its compiled code for this very executable of Node. V8 compares its version and flags but
 * not its build, and trusts what it reads; so the code that another Node left is not even opened.
 */
export function codeFile(bundle: string): string {
  const { size, mtimeMs } = statSync(process.execPath);
  // Archives, those of containers too, keep whole seconds.
  const seconds = Math.trunc(mtimeMs / 1000);
  return `${bundle}.${process.version}-${process.platform}-${process.arch}-${size}-${seconds}.code`;
}
