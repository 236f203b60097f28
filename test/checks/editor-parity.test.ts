// Editors and the command line say the same: every fixture is judged both ways, and so are comments that hide findings, templates
// and merged configs, of which each was told in one of the two only before there was one place for it.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkWithLints } from '../../compiler/src/check.ts';
import type { Diagnostic } from '../../compiler/src/diagnostic/diagnostic.ts';
import { inspect, judge } from '../../compiler/src/editor/inspect.ts';
import type { Host } from '../../compiler/src/host.ts';
import { mapInputs } from '../../compiler/src/map-inputs.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { readFixtures } from './fixture.ts';

const folders = ['./', '../lint/', '../lint/config/'];
const fixtures = folders.flatMap((folder) => {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  const files = readdirSync(path).filter((file) => file.endsWith('.bu'));
  return files.flatMap((file) => readFixtures(file, readFileSync(path + file, 'utf8')));
});

async function inEditor(text: string, host: Host) {
  return judge(inspect(readDocument(text, 'a.bu'), 'butane', host), host, {});
}

async function onCommandLine(text: string, host: Host) {
  return (await checkWithLints(text, { path: 'a.bu', hostFor: () => host })).diagnostics;
}

function plain(found: readonly Diagnostic[]): readonly string[] {
  return found.map(({ code, severity, location, message }) => {
    return `${location.uri} ${location.range.start}-${location.range.end} ${severity} ${code}: ${message}`;
  });
}

async function expectTheSame(text: string, host: Host = {}): Promise<readonly string[]> {
  const found = plain(await inEditor(text, host));
  expect(found).toEqual(plain(await onCommandLine(text, host)));
  return found;
}

describe('the same in editors and on the command line', () => {
  // Raw mode is one of the command line alone.
  test.each(fixtures.filter(({ raw }) => !raw).map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    async (_, fixture) => {
      await expectTheSame(fixture.text, fixture.files === undefined ? {} : { inputs: mapInputs(fixture.files) });
    },
  );

  test('a lint of a config that a comment hides', async () => {
    const user =
      'variant: fcos\nversion: 1.6.0\npasswd:\n  users:\n    # kindling-disable user-name-missing\n    - uid: 5\n';
    expect((await expectTheSame(user)).join()).not.toMatch(/user-name-missing|unused-suppression/);
  });

  test('a merged config of an older version', async () => {
    const inner = '{"ignition":{"version":"3.0.0"},"storage":{"files":[{"path":"a"}]}}';
    const text = `variant: fcos\nversion: 1.6.0\nignition:\n  config:\n    merge:\n      - inline: '${inner}'\n`;
    expect((await expectTheSame(text)).join()).toMatch(/path-relative/);
  });

  test('a template, of which there is no output', async () => {
    const text = 'variant: fcos\nversion: 1.6.0\nstorage:\n  files:\n    - path: /etc/a\n      mode: {{ mode }}\n';
    expect((await expectTheSame(text)).join()).toMatch(/template-holes/);
    const { verdict } = inspect(readDocument(text, 'a.bu'), 'butane', {});
    expect(verdict.some(({ severity }) => severity === 'error')).toBe(true);
  });
});
