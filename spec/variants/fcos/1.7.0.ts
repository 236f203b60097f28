import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fcos',
  version: '1.7.0',
  stability: 'stable',
  layers: { base: '3.6.0', fcos: '1.7.0' },
} as const satisfies SpecVersion;
