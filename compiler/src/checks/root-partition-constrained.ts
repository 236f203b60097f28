import type { Partition } from '../config.ts';
import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'root-partition-constrained',
  severity: 'warning',
  docs: {
    what: 'The root partition has no size, and another partition of the same disk has no start.',
    why: 'The root partition grows at first boot into the space behind it. Another partition without a start is put right behind it, so that it stays as small as in the image, and updates run out of space.',
    fix: 'Give the root partition a `size_mib` of at least 8192, or the other partition a `start_mib` that leaves room.',
  },
  gate: { fcos: { since: '1.3.0' } },
  side: 'output',
  on: 'storage.disks[].partitions',
  run({ items }, context) {
    for (const root of items) {
      const { label, size_mib } = root.fields;
      if (label?.value !== 'root' || (size_mib !== undefined && size_mib.value !== 0)) continue;
      const other = items.find((partition) => partition !== root && hasNoStart(partition));
      if (other === undefined || isDamaged(root, 'size_mib')) continue;
      const message =
        'the root partition has no size, and another partition is put right behind it; set `size_mib` to at least `8192`';
      const notes = [noteAt(other, 'this partition has no `start_mib`')];
      context.report(label, message, { notes });
    }
  },
});

function hasNoStart(partition: Partition): boolean {
  const { start_mib } = partition.fields;
  return (start_mib === undefined || start_mib.value === 0) && !isDamaged(partition, 'start_mib');
}
