import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { diskByDevice } from './shared/storage-index.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'filesystem-on-partitioned-disk',
  severity: 'warning',
  docs: {
    what: 'A filesystem is made on a whole disk that the same config divides into partitions.',
    why: 'The file system is written over the start of the disk, where the partition table is; the partitions are lost.',
    fix: 'Name a partition as `device`, for example by its label: `/dev/disk/by-partlabel/…`.',
  },
  side: 'output',
  on: 'storage.filesystems[].device',
  run(device, context) {
    const partitions = diskByDevice(context.config).get(device.value)?.fields.partitions;
    if (partitions === undefined || partitions.items.length === 0) return;
    const label = partitions.items.find(({ fields }) => fields.label?.value)?.fields.label?.value;
    const example = label === undefined ? 'one of its partitions' : quoted(`/dev/disk/by-partlabel/${label}`);
    const message = `a file system on the whole disk ${quoted(device.value)} overwrites its partitions; name ${example} instead`;
    context.report(device, message, { notes: [noteAt(partitions, 'the partitions are defined here')] });
  },
});
