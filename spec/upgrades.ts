// What Ignition loses when it reads a config of an older version as one of a newer: facts of its translators. What merely
// changes its form (a text that becomes nullable and is then always there) follows from the shapes and is not written here.

/** A loss in the step to one version. */
export interface UpgradeLoss {
  /** The version whose translator loses it: configs older than that, raised to it or past it. */
  readonly to: string;
  /** Path of fields from the root of the config, `[]` after a list. */
  readonly path: string;
  /** The value as a whole, or these bits of a number. */
  readonly loses: 'value' | { readonly bits: number };
  /** Why, as it stands behind the name of the field in a message. */
  readonly reason: string;
}

const specialModeBits = 0o7000;
const modeReason = 'older versions ignored the bits above 0777, and raising a config keeps it so';

export const upgradeLosses: readonly UpgradeLoss[] = [
  {
    to: '3.5.0',
    path: 'storage.luks[].clevis.tang[].advertisement',
    loses: 'value',
    reason: 'Ignition drops advertisements when it raises a config from 3.4.0',
  },
  { to: '3.6.0', path: 'storage.directories[].mode', loses: { bits: specialModeBits }, reason: modeReason },
  { to: '3.6.0', path: 'storage.files[].mode', loses: { bits: specialModeBits }, reason: modeReason },
];
