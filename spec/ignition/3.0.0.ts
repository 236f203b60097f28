import type { IgnitionVersion } from '../model.ts';

export default { version: '3.0.0', stability: 'stable' } as const satisfies IgnitionVersion;
