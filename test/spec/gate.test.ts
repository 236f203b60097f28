// Gates: the comparison of versions, and layers.
import { expect, test } from 'vitest';
import { compareVersions, holds, isOpen } from '../../spec/gate.ts';

const openshift = { base: '3.5.0', fcos: '1.6.0', openshift: '4.22.0' };
const fcos = { base: '3.7.0-experimental', fcos: '1.8.0-experimental' };

test.each([
  [undefined, openshift, true],
  [{}, openshift, true],
  [{ base: { since: '3.5.0' } }, openshift, true],
  [{ base: { since: '3.6.0' } }, openshift, false],
  [{ base: { until: '3.5.0' } }, openshift, false],
  [{ base: { since: '3.1.0', until: '3.6.0' } }, openshift, true],
  [{ openshift: { since: '4.9.0' } }, openshift, true],
  [{ openshift: { until: '4.9.0' } }, openshift, false],
  [{ openshift: {} }, fcos, false],
  [{ fcos: {}, except: ['openshift'] as const }, openshift, false],
  [{ fcos: {}, except: ['openshift'] as const }, fcos, true],
  [{ base: { since: '3.7.0' } }, fcos, true],
  [{ base: { since: '3.5.0' }, fcos: { since: '1.7.0' } }, openshift, false],
])('%j at %j: %s', (gate, point, open) => {
  expect(isOpen(gate, point)).toBe(open);
});

test('a property is a yes, a no or a gate', () => {
  expect(holds(true, fcos)).toBe(true);
  expect(holds(false, fcos)).toBe(false);
  expect(holds({ openshift: {} }, fcos)).toBe(false);
});

test('versions are compared by their numbers', () => {
  expect(compareVersions('4.9.0', '4.10.0')).toBeLessThan(0);
  expect(compareVersions('1.8.0-experimental', '1.8.0')).toBe(0);
});
