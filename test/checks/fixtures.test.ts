// Every fixture of a check: exactly the marked findings, at exactly the marked places. The file is named after its code.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analyze, mapInputs, readDocument } from '../../compiler/src/index.ts';
import { describeExpected, describeFindings } from './findings.ts';
import { type Fixture, readFixtures } from './fixture.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));
const files = readdirSync(folder).filter((file) => file.endsWith('.bu'));

describe.each(files)('%s', (file) => {
  const code = file.replace('.bu', '');
  const fixtures = readFixtures(code, readFileSync(folder + file, 'utf8'));

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const document = readDocument(fixture.text, 'fixture.bu');
    const { diagnostics } = analyze(document, hostOf(fixture), { raw: fixture.raw });
    expect(describeFindings(diagnostics, document, fixture)).toEqual(describeExpected(fixture));
  });

  test('its code is found in one of its cases', () => {
    expect(fixtures.flatMap((fixture) => fixture.expected.map((finding) => finding.code))).toContain(code);
  });
});

function hostOf(fixture: Fixture) {
  return fixture.files === undefined ? {} : { inputs: mapInputs(fixture.files) };
}
