import { check, memberPlace } from './shared/check.ts';
import { hasDamagedItems, isDamaged } from './shared/damage.ts';
import { quoted } from './shared/words.ts';

const bootDisk = '/dev/disk/by-id/coreos-boot-disk';

export default check({
  code: 'partition-reuse-by-label',
  severity: 'warning',
  docs: {
    what: 'A partition has a label but no number, on a disk whose partition table is kept.',
    why: 'Ignition recognises an existing partition by its number. On a disk that already has a partition of this label, as when a machine is installed again, it would make a second one, and provisioning fails.',
    fix: 'Give the partition its `number`, or set `wipe_table: true` on the disk if nothing on it is to be kept. The boot disk and the disks of `boot_device.mirror` are exempt.',
  },
  gate: { fcos: { since: '1.6.0' }, except: ['openshift'] },
  side: 'source',
  on: 'storage.disks[]',
  run(disk, context) {
    const { device, partitions, wipe_table } = disk.fields;
    if (wipe_table?.value === true || isDamaged(disk, 'wipe_table', 'device')) return;
    const mirrored = context.config.fields.boot_device?.fields.mirror?.fields.devices;
    if (device?.value === bootDisk || mirrored?.items.some((other) => other.value === device?.value)) return;
    if (hasDamagedItems(mirrored)) return;
    for (const partition of partitions?.items ?? []) {
      const { label, number } = partition.fields;
      if (label === undefined || (number !== undefined && number.value !== 0)) continue;
      const message = `partition ${quoted(label.value)} has no number, so an existing one cannot be reused; set \`number\`, or \`wipe_table: true\` on the disk`;
      context.report(memberPlace(partition, 'number'), message);
    }
  },
});
