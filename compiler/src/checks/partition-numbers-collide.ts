import type { Partition } from '../config.ts';
import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'partition-numbers-collide',
  severity: 'error',
  docs: {
    what: 'Two partitions of a disk have the same number.',
    why: 'A number is a slot of the partition table, which holds one partition.',
    fix: 'Give each partition a number of its own, or leave `number` out to take the next free slot.',
  },
  side: 'output',
  on: 'storage.disks[].partitions',
  run({ items }, context) {
    const first = new Map<bigint, Partition>();
    for (const partition of items) {
      const { number } = partition.fields;
      if (number === undefined || number.value === 0) continue;
      const earlier = first.get(BigInt(number.value));
      if (earlier === undefined) {
        first.set(BigInt(number.value), partition);
        continue;
      }
      const message = `partition number \`${number.value}\` is taken by another partition of this disk; use a free one`;
      context.report(partition, message, { notes: [noteAt(earlier, 'taken by this partition')] });
    }
  },
});
