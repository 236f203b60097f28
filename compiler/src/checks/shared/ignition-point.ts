// Ignition's own rules know nothing of variants: they depend on the Ignition version alone.
import type { Point } from '../../../../spec/gate.ts';

/** The point of the Ignition version that a spec writes. */
export function ignitionPoint({ base }: Point): Point {
  return base === undefined ? {} : { base };
}
