// What Podman's Quadlet generator says of quadlets in a dry run. It names no lines and stops at the first fault, so findings
// are compared by their kind.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UnitInput } from './systemd-verify.ts';

export type QuadletKind = 'key' | 'required' | 'conflict' | 'service' | 'reference' | 'syntax' | 'value' | 'image';

const kinds: readonly (readonly [RegExp, QuadletKind])[] = [
  [/unsupported key/, 'key'],
  [/no (\w+ or )?\w+ key specified|neither SetWorkingDirectory|relative path in File|is mandatory/, 'required'],
  [
    /conflict|Group set without|without Device|without subnet|more (gateways|ranges)|RemapUsers|Remap keys|mutually/,
    'conflict',
  ],
  [/invalid service Type|invalid KillMode/, 'service'],
  [/was not found|does not exist/, 'reference'],
  [/not a key-value pair|does not start with a group/, 'syntax'],
  [/not a fully qualified/, 'image'],
];

export function quadletKindOf(message: string): QuadletKind {
  return kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'value';
}

/** The generator, `KINDLING_QUADLET` or where Podman's package puts it; undefined when it is not there or older than 5. */
export function findGenerator(): { readonly path: string; readonly version: string } | undefined {
  for (const path of [process.env.KINDLING_QUADLET ?? '', '/usr/libexec/podman/quadlet', '/usr/lib/podman/quadlet']) {
    const { stdout, status } =
      path === '' ? { stdout: '', status: 1 } : spawnSync(path, ['-version'], { encoding: 'utf8' });
    const version = /^(\d+\.\d+)/.exec(stdout ?? '')?.[1];
    if (status === 0 && version !== undefined && Number.parseInt(version, 10) >= 5) return { path, version };
  }
  return undefined;
}

/** The messages about one quadlet, alone in its directory. */
export function generate(generator: string, { name, text }: UnitInput): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-quadlet-'));
  writeFileSync(join(folder, name), text);
  const { stderr } = spawnSync(generator, ['-dryrun'], {
    env: { ...process.env, QUADLET_UNIT_DIRS: folder },
    encoding: 'utf8',
    timeout: 60_000,
  });
  rmSync(folder, { recursive: true, force: true });
  return stderr
    .split('\n')
    .filter(
      (line) =>
        /error|converting|Warning|unsupported|not a fully/i.test(line) && !/No files parsed|Loading source/.test(line),
    );
}
