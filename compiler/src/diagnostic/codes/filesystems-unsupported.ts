import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'filesystems-unsupported',
  severity: 'error',
  docs: {
    what: 'File systems are configured with a variant whose disk is set up by an installer.',
    why: 'On RHEL for Edge and Fedora IoT the installer makes the file systems before Ignition runs; mount units of `with_mount_unit` are refused with them.',
    fix: 'Make the file system in the kickstart, and mount it with a unit under `systemd.units`.',
  },
});
