// Specs that the reference once had and now refuses by name.
import type { Variant } from './model.ts';

export interface RemovedSpec {
  readonly variant: string;
  readonly version: string;
  readonly code: string;
  /** The variant that took its place. */
  readonly successor: Variant;
  /** What to use instead, for the message. */
  readonly use: string;
}

export const removedSpecs: readonly RemovedSpec[] = [
  {
    variant: 'rhcos',
    version: '0.1.0',
    code: 'rhcos-removed',
    successor: 'openshift',
    use: 'variant `openshift` with the version of the OpenShift release; it needs `metadata.name` and the role label in addition',
  },
];
