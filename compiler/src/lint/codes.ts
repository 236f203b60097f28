// Which codes are those of lints. Names only: what the rules need is loaded when they run.
import { all as configLints } from './config/index.gen.ts';
import { names } from './rules/names.gen.ts';

export const lintCodes: ReadonlySet<string> = new Set([...configLints.map(({ code }) => code), ...names]);

/** Whether a code is that of a lint. A lint can be switched off whatever its severity; what the reference refuses cannot. */
export function isLint(code: string): boolean {
  return lintCodes.has(code);
}
