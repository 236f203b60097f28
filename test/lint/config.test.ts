// Every fixture of a lint of configs: exactly the marked findings, at exactly the marked places. The file is named after its code.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { check } from '../../compiler/src/index.ts';
import { all as lints } from '../../compiler/src/lint/config/index.gen.ts';
import { describeExpected, describeFindings } from '../checks/findings.ts';
import { readFixtures } from '../checks/fixture.ts';

const folder = fileURLToPath(new URL('./config/', import.meta.url));
const codes = readdirSync(folder).map((file) => file.replace('.bu', ''));

/** A case of Ignition JSON begins with its brace. */
function kindOf(text: string): 'ignition' | 'butane' {
  return text.startsWith('{') ? 'ignition' : 'butane';
}

describe.each(codes)('%s', (code) => {
  const fixtures = readFixtures(code, readFileSync(`${folder}${code}.bu`, 'utf8'));

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
    const { document, diagnostics } = check(fixture.text, { path: 'fixture', kind: kindOf(fixture.text) });
    const own = diagnostics.filter((diagnostic) => diagnostic.code === code);
    expect(describeFindings(own, document, fixture)).toEqual(describeExpected(fixture));
  });

  test('it is found in one of its cases', () => {
    expect(fixtures.flatMap((fixture) => fixture.expected.map((finding) => finding.code))).toContain(code);
  });
});

test('each has a fixture', () => {
  expect([...codes].sort()).toEqual(lints.map(({ code }) => code).sort());
});
