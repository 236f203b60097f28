import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'raid-unsupported',
  severity: 'error',
  docs: {
    what: 'RAID arrays are configured with a variant whose disk is set up by an installer.',
    why: 'On RHEL for Edge and Fedora IoT the installer assembles arrays before Ignition runs.',
    fix: 'Make the array in the kickstart, and remove `storage.raid`.',
  },
});
