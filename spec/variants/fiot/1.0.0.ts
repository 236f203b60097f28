import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fiot',
  version: '1.0.0',
  stability: 'stable',
  layers: { base: '3.4.0', fiot: '1.0.0' },
} as const satisfies SpecVersion;
