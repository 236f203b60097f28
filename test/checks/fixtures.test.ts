// Every fixture of a check: exactly the marked findings, at exactly the marked places. The file is named after its code.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze, type Diagnostic, type Document, readDocument } from '../../compiler/src/index.ts';
import { mapInputs } from '../../compiler/src/map-inputs.ts';
import { type ExpectedFinding, type Fixture, readFixtures } from './fixture.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.bu'));

describe.each(files)('%s', (file) => {
  const code = file.replace('.bu', '');
  const fixtures = readFixtures(code, readFileSync(folder + file, 'utf8'));

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const document = readDocument(fixture.text, 'fixture.bu');
    const { diagnostics } = analyze(document, hostOf(fixture), { raw: fixture.raw });
    const found = diagnostics.map((diagnostic) => describeFinding(diagnostic, document, fixture));
    expect(found.sort()).toEqual(fixture.expected.map(describeExpected).sort());
  });

  test('its code is found in one of its cases', () => {
    expect(fixtures.flatMap((fixture) => fixture.expected.map((finding) => finding.code))).toContain(code);
  });
});

function hostOf(fixture: Fixture) {
  return fixture.files === undefined ? {} : { inputs: mapInputs(fixture.files) };
}

function describeFinding(diagnostic: Diagnostic, document: Document, fixture: Fixture): string {
  const { start, end } = diagnostic.location.range;
  const from = document.lines.at(start);
  const to = document.lines.at(end);
  const length = to.line > from.line ? undefined : Math.max(1, to.column - from.column);
  const { severity, code } = diagnostic;
  // A message is compared only where the fixture gives one.
  const expected = fixture.expected.find((each) => each.code === code && each.start.line === from.line);
  const message = expected?.message === undefined ? undefined : diagnostic.message;
  return describeExpected({ start: from, length, severity, code, message });
}

function describeExpected({ start, length, severity, code, message }: ExpectedFinding): string {
  const place = `${start.line}:${start.column} ${length ?? 'and on'}`;
  return `${place} ${severity} ${code}${message === undefined ? '' : `: ${message}`}`;
}
