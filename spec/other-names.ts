// What people call the systems whose variants have short names.
import type { Variant } from './model.ts';

export const otherNames: { readonly [name: string]: Variant } = {
  fcc: 'fcos',
  fedora: 'fcos',
  'fedora-coreos': 'fcos',
  fedoracoreos: 'fcos',
  'fedora-iot': 'fiot',
  iot: 'fiot',
  'flatcar-linux': 'flatcar',
  'flatcar-container-linux': 'flatcar',
  machineconfig: 'openshift',
  ocp: 'openshift',
  okd: 'openshift',
  scos: 'openshift',
  rhel: 'r4e',
  'rhel-for-edge': 'r4e',
  rhel4edge: 'r4e',
};
