// Version texts, read as go-semver reads them.
import { expect, test } from 'vitest';
import { parseVersion } from '../../spec/version.ts';

test.each([
  ['1.7.0', '1.7.0'],
  ['01.5.0', '1.5.0'],
  ['1.8.0-experimental', '1.8.0-experimental'],
  ['1.7.0-a.b-c+d.e', '1.7.0-a.b-c+d.e'],
  ['1.7.0+x-y', '1.7.0+x-y'],
  ['1.7.0-', '1.7.0'],
  ['1.7.0+', '1.7.0'],
  ['9223372036854775807.0.0', '9223372036854775807.0.0'],
])('%s is %s', (text, normalised) => {
  expect(parseVersion(text)?.text).toBe(normalised);
});

test.each([
  '',
  'abc',
  '1.7',
  'v1.7.0',
  '1.5.0.0',
  '-1.5.0',
  '+1.5.0',
  '1.-5.0',
  '1.+5.0',
  '1.5.x',
  '1.5.',
  ' 1.5.0',
  '1.5.0\n',
  '1_0.5.0',
  '9223372036854775808.0.0',
  '1.7.0-a..b',
  '1.7.0-é',
])('%j is no version', (text) => {
  expect(parseVersion(text)).toBeUndefined();
});
