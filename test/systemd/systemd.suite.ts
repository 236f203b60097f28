// Kindling's lints of units against `systemd-analyze verify`: on every unit that the machine ships, and on small mistakes in
// them. Runs where systemd can be had, and says so where not.
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ComparableFinding, keyOf } from './finding.ts';
import { type Mutation, mutate, random } from './mutate.ts';
import { ourFindings } from './our-findings.ts';
import { systemdVersion, type UnitInput, verifyUnits } from './systemd-verify.ts';

const version = systemdVersion();
const folder = '/usr/lib/systemd/system';
const types = /\.(service|socket|target|mount|automount|timer|path|slice|swap)$/;
const shipped: readonly UnitInput[] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => types.test(name) && lstatSync(`${folder}/${name}`).isFile())
      .map((name) => ({ name, text: readFileSync(`${folder}/${name}`, 'utf8') }))
  : [];

if (version === undefined || shipped.length === 0) {
  console.warn(
    'systemd-analyze or its units are not on this machine (apt-get install systemd): these tests do not run',
  );
}

describe.skipIf(version === undefined || shipped.length === 0)('systemd', () => {
  const release = version ?? 0;

  test('finds no error in the units that the machine ships, and only warnings that justified.md explains', () => {
    const justified = readFileSync(new URL('justified.md', import.meta.url), 'utf8');
    const found = shipped.flatMap((unit) =>
      ourFindings(unit, release).map((finding) => ({ unit: unit.name, ...finding })),
    );
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    const open = found.filter(({ unit, code }) => !justified.includes(`| \`${unit}\` | \`${code}\` |`));
    expect(open).toEqual([]);
    console.log(`${shipped.length} shipped units, systemd ${release}: ${found.length} warnings`);
  });

  test('agrees with systemd about each value of values.txt', () => {
    const values = readFileSync(new URL('values.txt', import.meta.url), 'utf8');
    const service = { name: 'v.service', text: `[Service]\nExecStart=/bin/true\n${values}` };
    const interfaces = ['averyverylonginterfacename', '12', '*', 'a:b', '', 'all', 'a b', 'eth0'];
    const lines = interfaces.map((each) => `BindToDevice=${each}\n`).join('');
    const socket = { name: 's.socket', text: `[Socket]\nListenStream=80\n${lines}` };
    for (const each of [service, socket]) {
      const shown = (finding: ComparableFinding): string =>
        `${finding.line} ${each.text.split('\n')[finding.line - 1]} (${finding.kind})`;
      const [theirs = []] = verifyUnits([each]);
      const known = new Set(theirs.map(shown));
      // A service that the socket could start is not there, which is no value's fault.
      expect(
        new Set(
          ourFindings(each, release)
            .filter(({ line }) => line > 0)
            .map(shown),
        ),
      ).toEqual(known);
    }
  });

  test('warns of names without an ending, as systemd does not add these dependencies', () => {
    const names = 'After=foo\nRequires=bar\nWants=foo.srevice\nBefore=basic.target\n';
    const unit = { name: 'n.service', text: `[Unit]\n${names}[Service]\nExecStart=/bin/true\n` };
    const folder = mkdtempSync(join(tmpdir(), 'kindling-names-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, unit.name), unit.text);
    // Only without `--recursive-errors=no` are faults of dependencies named.
    const { stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', './n.service'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const theirs = [...stderr.matchAll(/n\.service:(\d+): Failed to add dependency/g)].map(([, line]) => Number(line));
    expect(theirs).toEqual([2, 3, 4]);
    expect(ourFindings(unit, release).map(({ line, code }) => [line, code])).toEqual(
      theirs.map((line) => [line, 'unit-name-invalid']),
    );
  });

  test('finds what systemd finds in mutations of them', { timeout: 600_000 }, () => {
    const mutants = makeMutants(4000);
    const theirs = verifyUnits(mutants);
    const missed: string[] = [];
    let total = 0;
    for (const [index, mutant] of mutants.entries()) {
      const ours = new Set(ourFindings(mutant, release).map(keyOf));
      const keys = new Map((theirs[index] ?? []).map((finding) => [keyOf(finding), finding]));
      total += keys.size;
      for (const [key, { message }] of keys) if (!ours.has(key)) missed.push(`${mutant.name} ${key}: ${message}`);
    }
    const share = (total - missed.length) / total;
    console.log(`${mutants.length} mutations, ${total} findings of systemd, ${(share * 100).toFixed(2)} % found`);
    expect(total).toBeGreaterThan(1000);
    expect(share, missed.slice(0, 20).join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});

/** Mutants with names of their own; units whose names mean something keep out. */
function makeMutants(count: number): readonly UnitInput[] {
  const below = random(20240601);
  const kinds: readonly Mutation[] = ['character', 'key', 'value', 'section'];
  const free = shipped.filter(({ name }) => !/\.(mount|automount|swap|slice)$/.test(name));
  return Array.from({ length: count }, (_, index) => {
    const unit = free[below(free.length)] ?? { name: 'x.service', text: '' };
    const dot = unit.name.lastIndexOf('.');
    const base = unit.name.includes('@') ? `m${index}@` : `m${index}`;
    return { name: `${base}${unit.name.slice(dot)}`, text: mutate(unit.text, kinds[index % 4] ?? 'key', below) };
  });
}
