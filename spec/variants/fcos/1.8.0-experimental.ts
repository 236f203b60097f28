import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fcos',
  version: '1.8.0-experimental',
  stability: 'experimental',
  layers: { base: '3.7.0-experimental', fcos: '1.8.0-experimental' },
} as const satisfies SpecVersion;
