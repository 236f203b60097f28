import { ExtentMap, extentOf } from '../../checks/shared/extents.ts';
import type { Partition } from '../../config.ts';
import type { Given } from '../../merge/fold-context.ts';
import { areSeveral, type ConflictContext, defineConflict } from './shared/conflict.ts';
import { partitionName, partitionsByDisk } from './shared/partitions.ts';

export default defineConflict({
  code: 'conflict-partition-overlap',
  severity: 'error',
  docs: {
    what: 'Partitions that two fragments put on one disk take the same space.',
    why: 'Ignition would fail while it partitions the disk, or destroy what is in the other partition.',
    fix: 'Move one of them behind the other, or leave its start to the machine.',
  },
  find(context) {
    for (const [device, partitions] of partitionsByDisk(context)) reportOverlaps(device, partitions, context);
  },
});

function reportOverlaps(device: string, partitions: readonly Given<Partition>[], context: ConflictContext): void {
  const taken = new ExtentMap<Given<Partition>>();
  const seen = new Map<string, Given<Partition>>();
  for (const given of partitions) {
    const extent = extentOf(given.value);
    if (extent === undefined) continue;
    // A partition that is given twice lies on itself.
    const identity = `${partitionName(given.value)} ${extent.start} ${extent.end}`;
    if (seen.has(identity)) continue;
    seen.set(identity, given);
    const other = taken.add(extent, given)?.item;
    if (other === undefined || !areSeveral([other, given]) || isSame(other.value, given.value)) continue;
    const message = `the partitions \`${partitionName(other.value)}\` and \`${partitionName(given.value)}\` of \`${device}\` overlap`;
    context.report({ given: [other, given], message });
  }
}

function isSame(one: Partition, other: Partition): boolean {
  return partitionName(one) === partitionName(other);
}
