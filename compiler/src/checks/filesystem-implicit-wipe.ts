import { check } from './shared/check.ts';
import { hasDamagedItems, isDamaged } from './shared/damage.ts';
import { noteAt } from './shared/notes.ts';
import { diskByDevice } from './shared/storage-index.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'filesystem-implicit-wipe',
  severity: 'warning',
  docs: {
    what: 'A filesystem without `wipe_filesystem` is on a disk whose partition table is wiped (`wipe_table: true`).',
    why: 'Wiping the table erases the start of the disk, and with it the file system that is to be kept.',
    fix: 'Remove `wipe_table` to keep the file system, or set `wipe_filesystem: true` to say that it may go.',
  },
  side: 'output',
  on: 'storage.filesystems[]',
  run(filesystem, context) {
    const { device, wipe_filesystem } = filesystem.fields;
    if (device === undefined || wipe_filesystem?.value === true || isDamaged(filesystem, 'wipe_filesystem')) return;
    const disk = diskByDevice(context.config).get(device.value);
    const { partitions, wipe_table } = disk?.fields ?? {};
    if (disk === undefined || wipe_table?.value !== true || (partitions && partitions.items.length > 0)) return;
    if (isDamaged(disk, 'partitions') || hasDamagedItems(partitions)) return;
    const message = `\`wipe_table\` of the disk ${quoted(device.value)} wipes this filesystem too; set \`wipe_filesystem: true\` if that is meant`;
    context.report(device, message, { notes: [noteAt(wipe_table, '`wipe_table` is here')] });
  },
});
