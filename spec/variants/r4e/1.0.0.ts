import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'r4e',
  version: '1.0.0',
  stability: 'stable',
  layers: { base: '3.3.0', r4e: '1.0.0' },
} as const satisfies SpecVersion;
