import type { IgnitionVersion } from '../model.ts';

export default { version: '3.7.0-experimental', stability: 'experimental' } as const satisfies IgnitionVersion;
