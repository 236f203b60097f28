// Findings that only tell what somebody has declared, such as an override: there is nothing to do about them.
import type { Diagnostic } from './diagnostic.ts';

/** What marks such a finding in its data. */
export const asSettled = { settled: true } as const;

export function isSettled({ severity, data }: Diagnostic): boolean {
  return severity === 'note' && data?.settled === true;
}
