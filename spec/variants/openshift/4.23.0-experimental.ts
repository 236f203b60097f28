import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'openshift',
  version: '4.23.0-experimental',
  stability: 'experimental',
  layers: { base: '3.7.0-experimental', fcos: '1.8.0-experimental', openshift: '4.23.0-experimental' },
  wrapper: 'machine-config',
} as const satisfies SpecVersion;
