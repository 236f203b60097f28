// Every fixture of a lint: exactly the marked findings, at exactly the marked places. The file is named after its code. Lines
// `# systemd RELEASE` and `# podman RELEASE` at the top say which programs will read the units.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Releases } from '../../compiler/src/embedded/language.ts';
import { type Diagnostic, type Document, readDocument } from '../../compiler/src/index.ts';
import { lintDocument } from '../../compiler/src/lint/lint-document.ts';
import { all as rules } from '../../compiler/src/lint/rules/index.gen.ts';
import { mapInputs } from '../../compiler/src/map-inputs.ts';
import { type ExpectedFinding, readFixtures } from '../checks/fixture.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.bu'));

describe.each(files)('%s', (file) => {
  const code = file.replace('.bu', '');
  const fixtures = readFixtures(code, readFileSync(folder + file, 'utf8'));

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const document = readDocument(fixture.text, 'fixture.bu');
    const host = fixture.files === undefined ? {} : { inputs: mapInputs(fixture.files) };
    const { diagnostics } = await lintDocument(document, host, { releases: releasesOf(fixture.text) });
    const own = diagnostics.filter(({ location }) => location.uri === 'fixture.bu');
    const found = own.map((diagnostic) => describeFinding(diagnostic, document, fixture.expected));
    expect(found.sort()).toEqual(fixture.expected.map(describeExpected).sort());
  });

  test('its code is found in one of its cases', () => {
    expect(fixtures.flatMap((fixture) => fixture.expected.map((finding) => finding.code))).toContain(code);
  });
});

describe('rules', () => {
  test('each has a fixture, and a code of its own that is the name of its file', () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    // A fixture for `unit-too-large` would be a file of a megabyte; its test is in bad-input.test.ts.
    const own = files.map((file) => file.replace('.bu', ''));
    expect([...own, 'unit-too-large'].sort()).toEqual([...codes].sort());
    const names = readdirSync(new URL('../../compiler/src/lint/rules/', import.meta.url)).filter(
      (name) => !name.includes('.gen.'),
    );
    expect(names.map((name) => name.replace('.ts', '')).sort()).toEqual([...codes].sort());
  });

  test('each has a page', () => {
    for (const { docs } of rules)
      for (const text of Object.values(docs)) expect(text).toMatch(/^(?:[`A-Z]|systemd).*[.)”`]$/s);
  });
});

function releasesOf(text: string): Releases {
  const systemd = /^# systemd (\d+)$/m.exec(text)?.[1];
  const podman = /^# podman (\S+)$/m.exec(text)?.[1];
  return {
    ...(systemd === undefined ? {} : { systemd: Number(systemd) }),
    ...(podman === undefined ? {} : { podman }),
  };
}

function describeFinding(diagnostic: Diagnostic, document: Document, fixtures: readonly ExpectedFinding[]): string {
  const { start, end } = diagnostic.location.range;
  const from = document.lines.at(start);
  const to = document.lines.at(end);
  const length = to.line > from.line ? undefined : Math.max(1, to.column - from.column);
  const { severity, code } = diagnostic;
  const expected = fixtures.find((each) => each.code === code && each.start.line === from.line);
  const message = expected?.message === undefined ? undefined : diagnostic.message;
  return describeExpected({ start: from, length, severity, code, message });
}

function describeExpected({ start, length, severity, code, message }: ExpectedFinding): string {
  const place = `${start.line}:${start.column} ${length ?? 'and on'}`;
  return `${place} ${severity} ${code}${message === undefined ? '' : `: ${message}`}`;
}
