// What is suggested for an unknown spec.
import { expect, test } from 'vitest';
import { nearestSpec } from '../../spec/nearest.ts';

test.each([
  ['FCOS', '1.7.0', 'fcos 1.7.0'],
  ['fcso', '1.7.0', 'fcos 1.7.0'],
  ['Flatcar', '1.1.0', 'flatcar 1.1.0'],
  ['openshfit', '4.14.0', 'openshift 4.14.0'],
  ['rhcos', '0.2.0', 'openshift 4.22.0'],
  ['rhcos', '4.14.0', 'openshift 4.14.0'],
  ['r4', '1.0.0', 'r4e 1.0.0'],
  ['fcos', '1.8.0', 'fcos 1.8.0-experimental'],
  ['fcos', '1.7.0-experimental', 'fcos 1.7.0'],
  ['fcos', '1.7.0+x', 'fcos 1.7.0'],
  ['fcos', '1.7', 'fcos 1.7.0'],
  ['fcos', 'v1.6.0', 'fcos 1.6.0'],
  ['fcos', '1', 'fcos 1.0.0'],
  ['fcos', '9.0.0', 'fcos 1.7.0'],
  ['fcos', '1.5.3', 'fcos 1.5.0'],
  ['fcos', '0.9.0', 'fcos 1.7.0'],
  ['fcos', '', 'fcos 1.7.0'],
  ['fcos', 'latest', 'fcos 1.7.0'],
  ['flatcar', '1.4.0', 'flatcar 1.1.0'],
  ['openshift', '4.22', 'openshift 4.22.0'],
  ['openshift', '4.7.0', 'openshift 4.8.0'],
  ['openshift', '4.23', 'openshift 4.23.0-experimental'],
  ['openshift', '4.30.0', 'openshift 4.22.0'],
  ['fiot', '1.1.0', 'fiot 1.1.0-experimental'],
])('for %s %s: %s', (variant, version, suggestion) => {
  const spec = nearestSpec(variant, version);
  expect(spec && `${spec.variant} ${spec.version}`).toBe(suggestion);
});

test.each(['', 'ubuntu', '5', 'kubernetes', 'core'])('for the variant %j nothing', (variant) => {
  expect(nearestSpec(variant, '1.0.0')).toBeUndefined();
});
