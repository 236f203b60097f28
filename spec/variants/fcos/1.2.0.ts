import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fcos',
  version: '1.2.0',
  stability: 'stable',
  layers: { base: '3.2.0', fcos: '1.2.0' },
} as const satisfies SpecVersion;
