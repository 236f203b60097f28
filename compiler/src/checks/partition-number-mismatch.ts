import { reservedPartitionNumbers } from '../../../spec/boot-layouts.ts';
import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';

export default check({
  code: 'partition-number-mismatch',
  severity: 'warning',
  docs: {
    what: 'A partition has the label of one of the image, but not its number.',
    why: 'The image has its partitions at fixed numbers. With another number a second partition of the same label is made, and the system may find the wrong one at boot.',
    fix: 'Use the number of the image, for example 4 for `root`, or another label. On a disk with `wipe_table: true` the numbers are free.',
  },
  gate: { fcos: {} },
  side: 'output',
  on: 'storage.disks[]',
  run(disk, context) {
    const { partitions, wipe_table } = disk.fields;
    if (wipe_table?.value === true || isDamaged(disk, 'wipe_table')) return;
    for (const partition of partitions?.items ?? []) {
      const { label, number } = partition.fields;
      if (label === undefined) continue;
      const expected = reservedPartitionNumbers.get(label.value);
      if (expected === undefined || number?.value === expected || isDamaged(partition, 'number')) continue;
      const given = number === undefined || number.value === 0 ? 'no number' : `number ${number.value}`;
      const message = `partition \`${label.value}\` of the image is number ${expected}, and here it has ${given}; set \`number: ${expected}\` or use another label`;
      context.report(label, message, { data: { number: expected } });
    }
  },
});
