// Which operating systems are so much alike that one config can be made of fragments for several of them.
import type { Variant } from './model.ts';

/** The systems built of Fedora or Red Hat packages as images, and Flatcar, which shares neither paths nor units with them. */
export const families: Readonly<Record<Variant, string>> = {
  fcos: 'the Fedora and Red Hat family',
  openshift: 'the Fedora and Red Hat family',
  r4e: 'the Fedora and Red Hat family',
  fiot: 'the Fedora and Red Hat family',
  flatcar: 'Flatcar',
};
