import type { Partition } from '../config.ts';
import { check } from './shared/check.ts';
import { type Extent, ExtentMap, extentOf } from './shared/extents.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'partition-overlap',
  severity: 'error',
  docs: {
    what: 'Two partitions of a disk share a part of it.',
    why: 'Writing to one of them would destroy the other; the partition tool refuses such a table.',
    fix: 'Let each partition start at `start_mib` plus `size_mib` of the one before it or later, or leave `start_mib` out to use the largest free block.',
  },
  side: 'output',
  on: 'storage.disks[].partitions',
  run({ items }, context) {
    const taken = new ExtentMap<Partition>();
    for (const partition of items) {
      const extent = extentOf(partition);
      if (extent === undefined) continue;
      const other = taken.add(extent, partition);
      if (other === undefined) continue;
      const message = `the partition, ${describe(extent)}, overlaps another one of this disk, ${describe(other.extent)}; move or shrink one of them`;
      context.report(partition, message, { notes: [noteAt(other.item, 'the other partition is here')] });
    }
  },
});

function describe({ start, end }: Extent): string {
  return `MiB ${start} to ${end - 1n}`;
}
