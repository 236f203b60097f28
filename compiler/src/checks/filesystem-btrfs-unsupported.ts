import { check } from './shared/check.ts';

export default check({
  code: 'filesystem-btrfs-unsupported',
  severity: 'error',
  docs: {
    what: 'A filesystem is to be formatted with Btrfs.',
    why: 'The kernel of Red Hat Enterprise Linux CoreOS has no Btrfs; the node could neither format nor mount it.',
    fix: 'Use `format: xfs` or `format: ext4`.',
  },
  gate: { openshift: {} },
  side: 'output',
  on: 'storage.filesystems[].format',
  run(format, context) {
    if (format.value !== 'btrfs') return;
    context.report(format, 'OpenShift nodes have no `btrfs`; use `xfs` or `ext4`');
  },
});
