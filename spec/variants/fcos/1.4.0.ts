import type { SpecVersion } from '../../model.ts';

export default {
  variant: 'fcos',
  version: '1.4.0',
  stability: 'stable',
  layers: { base: '3.3.0', fcos: '1.4.0' },
} as const satisfies SpecVersion;
