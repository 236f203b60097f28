import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'disk-device-required',
  severity: 'error',
  docs: {
    what: 'A disk or a LUKS volume has no `device`.',
    why: 'Ignition would not know which disk to partition, or which device to encrypt.',
    fix: 'Add `device`, best with a name that does not change, such as `/dev/disk/by-id/…` or `/dev/disk/by-partlabel/…`.',
  },
  side: 'output',
  on: ['storage.disks[]', 'storage.luks[]'],
  run(disk, context) {
    if (disk.fields.device?.value) return;
    context.report(memberPlace(disk, 'device'), 'no `device` is given; name the block device');
  },
});
