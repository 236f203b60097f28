import { check } from './shared/check.ts';

export default check({
  code: 'filesystem-none-unsupported',
  severity: 'error',
  docs: {
    what: 'A filesystem has the format `none`.',
    why: 'It asks to leave a device unformatted, which the Machine Config Operator does not understand; it refuses the MachineConfig.',
    fix: 'Give the filesystem a real format such as `xfs`, or remove the entry: a device that is not mentioned is left alone.',
  },
  // Earlier specs do not know the format at all.
  gate: { openshift: { since: '4.14.0' } },
  side: 'output',
  on: 'storage.filesystems[].format',
  run(format, context) {
    if (format.value !== 'none') return;
    context.report(
      format,
      'OpenShift does not support the format `none`; use a real one such as `xfs`, or remove the entry',
    );
  },
});
