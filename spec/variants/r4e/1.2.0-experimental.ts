import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'r4e',
  version: '1.2.0-experimental',
  stability: 'experimental',
  layers: { base: '3.7.0-experimental', r4e: '1.2.0-experimental' },
} as const satisfies SpecVersion;
