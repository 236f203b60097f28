// Programs that the tests of this folder drive. Where one cannot be had its tests are left out, and the run says so; where
// KINDLING_REAL is set (in CI, which installs them all) a missing one is a failure.
import { spawnSync } from 'node:child_process';

/** The name of a program that is installed; undefined, after a line that says what is left out, when it is not. */
export function realProgram(name: string, purpose: string): string | undefined {
  if (spawnSync('sh', ['-c', `command -v ${name}`]).status === 0) return name;
  const message = `${name} is not installed: ${purpose} is not tested`;
  if (process.env.KINDLING_REAL) throw new Error(message);
  console.warn(`left out: ${message}`);
  return undefined;
}
