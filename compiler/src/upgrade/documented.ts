// What the reference does otherwise in another version, by its documentation: differences between the two outputs that a change
// of version is known to make. Whatever is not here makes an upgrade be refused.
import type { Point } from '../../../spec/gate.ts';
import { hasQuirk, type QuirkName } from '../../../spec/quirks.ts';

interface DocumentedChange {
  /** In the names of Ignition JSON. */
  readonly path: RegExp;
  /** The sugar that makes the value, when one must have. */
  readonly by?: readonly string[];
  /** Whether the two versions differ in this. */
  readonly between: (from: Point, to: Point) => boolean;
  /** Lower case, to be put behind a place. */
  readonly note: string;
}

const differsIn =
  (quirk: QuirkName) =>
  (from: Point, to: Point): boolean =>
    hasQuirk(quirk, from) !== hasQuirk(quirk, to);

const documentedChanges: readonly DocumentedChange[] = [
  {
    path: /^systemd\.units(\[\])?/,
    between: differsIn('swapIsMounted'),
    note: 'the unit that `with_mount_unit` makes of a swap area is a swap unit from Ignition 3.3.0 on, and was a mount unit before',
  },
  {
    path: /^systemd\.units(\[\])?/,
    between: differsIn('remoteMounts'),
    note: 'file systems on LUKS volumes with Tang are mounted with the network from Ignition 3.2.0 on',
  },
  {
    path: /^storage\.luks\[\]\.options/,
    between: differsIn('fipsCipher'),
    note: '`fips` adds an approved cipher to LUKS volumes up to OpenShift 4.19, and leaves that to the system later',
  },
  {
    path: /^storage\.files(\[\])?(\.(append|contents|overwrite).*)?$/,
    between: differsIn('grubAsContents'),
    note: 'the users of `grub` are appended to their file before OpenShift 4.23, and replace it later',
  },
];

/** The documented change that explains a difference; undefined when none does. */
export function documentedChange(path: string, from: Point, to: Point): DocumentedChange | undefined {
  return documentedChanges.find((change) => change.path.test(path) && change.between(from, to));
}
