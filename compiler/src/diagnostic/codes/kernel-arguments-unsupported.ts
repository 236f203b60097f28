import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'kernel-arguments-unsupported',
  severity: 'error',
  docs: {
    what: '`kernel_arguments` is used with a variant whose images do not allow it.',
    why: 'On RHEL for Edge and Fedora IoT the boot entry is made by the installer, and Ignition cannot change it while it provisions.',
    fix: 'Put the arguments into the kickstart or the customisations of the image, or add them on the running machine with `rpm-ostree kargs`.',
  },
});
