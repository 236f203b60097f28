import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'openshift',
  version: '4.10.0',
  stability: 'stable',
  layers: { base: '3.2.0', fcos: '1.3.0', openshift: '4.10.0' },
  wrapper: 'machine-config',
} as const satisfies SpecVersion;
