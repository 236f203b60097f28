import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'openshift',
  version: '4.17.0',
  stability: 'stable',
  layers: { base: '3.4.0', fcos: '1.5.0', openshift: '4.17.0' },
  wrapper: 'machine-config',
} as const satisfies SpecVersion;
