import type { IgnitionVersion } from '../model.ts';

export default { version: '3.1.0', stability: 'stable' } as const satisfies IgnitionVersion;
