// What `systemd-analyze verify` says of unit files, as comparable findings. What only a running host can know (programs and
// units that are not there) is left out, and so is what merely follows from another finding.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ComparableFinding, FindingKind } from './finding.ts';

export function systemdVersion(): number | undefined {
  const { stdout, status } = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' });
  return status === 0 ? Number(/^systemd (\d+)/.exec(stdout)?.[1]) : undefined;
}

export interface UnitInput {
  readonly name: string;
  readonly text: string;
}

/** Consequences, things of the host, and advice that no line of the unit is wrong about. */
const ignored = [
  /unit configuration has fatal error/i,
  /has a bad unit file setting/,
  /failed to load properly/,
  /is not executable:/,
  /is masked/,
  /not loaded, socket cannot be started/,
  /Failed to (?:load|open|create|prepare|get|find|connect)/,
  /does not match strict user\/group name rules/,
  /No such file or directory/,
  /Unit .* not found/,
  /Cannot add dependency job/,
  /marked (?:world-|executable)/,
  /man .* command failed|Command 'man/,
  /special user nobody/i,
  /references a path below legacy directory/,
  /Unit type not supported|Not supported on this system/,
];

const kinds: readonly (readonly [RegExp, FindingKind])[] = [
  [/^Unknown section/, 'unknown-section'],
  [/^Unknown key/, 'unknown-directive'],
  [/^Missing|^Assignment outside|Invalid section header|Bad characters in section/, 'syntax'],
  [/obsolete|deprecated|is unsafe|please use|has been removed|no longer supported/, 'obsolete'],
];

function kindOf(message: string): FindingKind {
  return kinds.find(([pattern]) => pattern.test(message))?.[1] ?? 'value';
}

/** The findings in each unit, in the order of the input. Names must differ. */
export function verifyUnits(units: readonly UnitInput[]): readonly (readonly ComparableFinding[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'kindling-verify-'));
  const found = new Map<string, ComparableFinding[]>(units.map(({ name }) => [name, []]));
  for (const { name, text } of units) writeFileSync(join(folder, name), text);
  const batch = 60;
  for (let start = 0; start < units.length; start += batch) {
    const names = units.slice(start, start + batch).map(({ name }) => `./${name}`);
    const { stderr, stdout } = spawnSync('systemd-analyze', ['verify', '--man=no', '--recursive-errors=no', ...names], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 300_000,
    });
    for (const line of `${stderr}\n${stdout}`.split('\n')) addLine(line, folder, found);
  }
  rmSync(folder, { recursive: true, force: true });
  return units.map(({ name }) => found.get(name) ?? []);
}

function addLine(line: string, folder: string, found: Map<string, ComparableFinding[]>): void {
  if (ignored.some((pattern) => pattern.test(line))) return;
  const placed = /^(\S+?):(\d+): (.*)$/.exec(line);
  if (placed) {
    const [, path = '', number, message = ''] = placed;
    if (path.startsWith('/') && !path.startsWith(folder)) return;
    found.get(path.slice(path.lastIndexOf('/') + 1))?.push({ line: Number(number), kind: kindOf(message), message });
    return;
  }
  const [, unit = '', message = ''] = /^(\S+?): (.*)$/.exec(line) ?? [];
  if (/Refusing|not loading|is missing|doesn't match|lacks/.test(message)) {
    found.get(unit)?.push({ line: 0, kind: 'unit', message });
  }
}
