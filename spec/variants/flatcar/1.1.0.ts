import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'flatcar',
  version: '1.1.0',
  stability: 'stable',
  layers: { base: '3.4.0', flatcar: '1.1.0' },
} as const satisfies SpecVersion;
