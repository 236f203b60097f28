// The faults of daily life: each is found at the exact token, and nothing else is said.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { check, mapInputs } from '../../compiler/src/index.ts';
import { describeExpected, describeFindings } from '../checks/findings.ts';
import { readFixtures } from '../checks/fixture.ts';

const text = readFileSync(new URL('./faults.bu', import.meta.url), 'utf8');
const fixtures = readFixtures('faults', text);

test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (_, fixture) => {
  const host = fixture.files === undefined ? {} : { inputs: mapInputs(fixture.files) };
  const { document, diagnostics } = check(fixture.text, { path: 'faults.bu', hostFor: () => host });
  expect(describeFindings(diagnostics, document, fixture)).toEqual(describeExpected(fixture));
});

test('there are at least 35 of them', () => {
  expect(fixtures.length).toBeGreaterThanOrEqual(35);
});
