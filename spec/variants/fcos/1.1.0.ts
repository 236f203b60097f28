import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fcos',
  version: '1.1.0',
  stability: 'stable',
  layers: { base: '3.1.0', fcos: '1.1.0' },
} as const satisfies SpecVersion;
