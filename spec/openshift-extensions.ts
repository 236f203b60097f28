// The extensions of Red Hat Enterprise Linux CoreOS that a MachineConfig can ask for, by the names that the Machine Config Operator
// knows (`SupportedExtensions` in openshift/machine-config-operator; the last one is new in it). No cluster knows more than its
// version does, so that the list can only propose.
export const openshiftExtensions = [
  'ipsec',
  'kerberos',
  'kernel-devel',
  'sandboxed-containers',
  'sysstat',
  'usbguard',
  'wasm',
  'two-node-ha',
] as const;
