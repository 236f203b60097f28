import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fiot',
  version: '1.1.0-experimental',
  stability: 'experimental',
  layers: { base: '3.7.0-experimental', fiot: '1.1.0-experimental' },
} as const satisfies SpecVersion;
