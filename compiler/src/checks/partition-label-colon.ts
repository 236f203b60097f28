import { check } from './shared/check.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'partition-label-colon',
  severity: 'error',
  docs: {
    what: 'The label of a partition has a colon in it.',
    why: 'Labels are handed to `sgdisk`, which takes a colon for the end of the partition number.',
    fix: 'Replace the colon, for example with a dash.',
  },
  yieldsTo: ['partition-label-too-long'],
  side: 'output',
  on: 'storage.disks[].partitions[].label',
  run(label, context) {
    if (!label.value.includes(':')) return;
    const suggestion = label.value.replaceAll(':', '-');
    const message = `partition labels cannot have a colon; write ${quoted(suggestion)} instead of ${quoted(label.value)}`;
    context.report(label, message, { data: { suggestion } });
  },
});
