import { defineConflict, isBelow } from './shared/conflict.ts';
import { describeField } from './shared/show-value.ts';

export default defineConflict({
  code: 'conflict-partition-number',
  severity: 'error',
  docs: {
    what: 'Two fragments describe the partition of one number on one disk differently.',
    why: 'They are one and the same partition; what is meant for one of them would be written over the other.',
    fix: 'Give the partitions different numbers, or the same label, start and size.',
  },
  claims: ({ kind, path }) => kind === 'value' && isBelow(path, 'storage.disks[].partitions[]'),
  describe: (clash) =>
    `${describeField({ ...clash, subject: clash.subject.replace(':', ' ') })} of one disk differs between fragments`,
});
