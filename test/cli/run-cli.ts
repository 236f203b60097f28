// Runs the built command line as a user does: `node dist/cli/kindling.js`, in a folder made for the test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const program = fileURLToPath(new URL('../../dist/cli/kindling.js', import.meta.url));

export interface RunResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

export function runCli(args: readonly string[], options: RunOptions = {}): RunResult {
  const { PATH = '' } = process.env;
  const result = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    input: options.input ?? '',
    env: { PATH, ...options.env },
    maxBuffer: 1 << 28,
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** A folder with these files, which is removed when the test is over. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}

/** A config without findings. */
export const goodConfig = 'variant: fcos\nversion: 1.7.0\n';
/** A config with one warning, `mode-not-octal` : Ignition 3.6.0 knows the special bits that it makes. */
export const oddConfig = `${goodConfig}storage:\n  directories:\n    - path: /a\n      mode: 755\n`;
/** A config with one error, `path-relative`. */
export const badConfig = `${goodConfig}storage:\n  files:\n    - path: a\n`;
