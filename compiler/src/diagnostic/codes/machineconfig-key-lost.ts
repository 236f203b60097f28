import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'machineconfig-key-lost',
  severity: 'warning',
  docs: {
    what: 'A MachineConfig has a key beside its Ignition config that merging does not carry over, such as `osImageURL`.',
    why: 'Merged are the Ignition config, kernel arguments, extensions, FIPS and the kernel type. The result does not have the key, and nodes would be set up without it.',
    fix: 'Leave this MachineConfig out of the merge and apply it as it is, or add the key to the result.',
  },
});
