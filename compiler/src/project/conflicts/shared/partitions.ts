// The partitions of each disk, over all fragments.
import type { Partition } from '../../../config.ts';
import type { Given } from '../../../merge/fold-context.ts';
import { type ConflictContext, givenBy } from './conflict.ts';

/** Partitions that are to be there, by the device of their disk. */
export function partitionsByDisk(context: ConflictContext): ReadonlyMap<string, readonly Given<Partition>[]> {
  const disks = new Map<string, Given<Partition>[]>();
  for (const { from, value } of givenBy(context, ({ fields }) => fields.storage?.fields.disks?.items)) {
    const device = value.fields.device?.value ?? '';
    const known = disks.get(device) ?? [];
    disks.set(device, known);
    for (const partition of value.fields.partitions?.items ?? []) {
      if (partition.fields.should_exist?.value !== false) known.push({ from, value: partition });
    }
  }
  return disks;
}

/** What tells a partition from the others of its disk. */
export function partitionName({ fields: { number, label } }: Partition): string {
  return number !== undefined && number.value !== 0 ? `number ${number.value}` : `label ${label?.value ?? ''}`;
}
