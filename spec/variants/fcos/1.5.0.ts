import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fcos',
  version: '1.5.0',
  stability: 'stable',
  layers: { base: '3.4.0', fcos: '1.5.0' },
} as const satisfies SpecVersion;
