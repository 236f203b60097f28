import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'openshift',
  version: '4.22.0',
  stability: 'stable',
  layers: { base: '3.5.0', fcos: '1.6.0', openshift: '4.22.0' },
  wrapper: 'machine-config',
} as const satisfies SpecVersion;
