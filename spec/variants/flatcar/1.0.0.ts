import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'flatcar',
  version: '1.0.0',
  stability: 'stable',
  layers: { base: '3.3.0', flatcar: '1.0.0' },
} as const satisfies SpecVersion;
