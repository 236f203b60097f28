import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'kernel-arguments-redirect',
  severity: 'error',
  docs: {
    what: '`kernel_arguments` is used in an openshift config.',
    why: 'The Machine Config Operator changes the kernel command line by itself and ignores what the Ignition config says about it, so that the nodes would run without the arguments.',
    fix: 'Move the items of `should_exist` to `openshift.kernel_arguments`. Arguments cannot be removed there.',
  },
});
