import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'disks-unsupported',
  severity: 'error',
  docs: {
    what: 'Partitions are configured with a variant whose disk is set up by an installer.',
    why: 'On RHEL for Edge and Fedora IoT the installer writes the partition table before Ignition runs, and the system lives on it already.',
    fix: 'Partition the disk in the kickstart or the customisations of the installer, and remove `storage.disks`.',
  },
});
