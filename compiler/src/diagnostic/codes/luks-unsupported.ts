import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'luks-unsupported',
  severity: 'error',
  docs: {
    what: 'Encrypted volumes are configured with a variant whose disk is set up by an installer.',
    why: 'On RHEL for Edge and Fedora IoT the installer encrypts the disk before Ignition runs.',
    fix: 'Encrypt in the kickstart or through FIDO Device Onboard, and remove `storage.luks`.',
  },
});
