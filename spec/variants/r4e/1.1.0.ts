import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'r4e',
  version: '1.1.0',
  stability: 'stable',
  layers: { base: '3.4.0', r4e: '1.1.0' },
} as const satisfies SpecVersion;
