import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'flatcar',
  version: '1.2.0-experimental',
  stability: 'experimental',
  layers: { base: '3.7.0-experimental', flatcar: '1.2.0-experimental' },
} as const satisfies SpecVersion;
