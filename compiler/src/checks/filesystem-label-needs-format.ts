import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';

export default check({
  code: 'filesystem-label-needs-format',
  severity: 'error',
  docs: {
    what: 'A filesystem has a label and no `format`.',
    why: 'How long a label may be, and how it is written, depends on the format.',
    fix: 'Add `format`, or remove `label`.',
  },
  side: 'output',
  on: 'storage.filesystems[]',
  run(filesystem, context) {
    const { label, format, with_mount_unit } = filesystem.fields;
    if (!label?.value || format?.value || isDamaged(filesystem, 'format')) return;
    // A mount unit needs a format as well, and says so in a finding of its own.
    if (with_mount_unit?.value === true) return;
    context.report(label, '`label` needs a `format`; add one such as `format: xfs`');
  },
});
