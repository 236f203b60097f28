import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'mount-unit-format-required',
  severity: 'error',
  docs: {
    what: 'A filesystem with `with_mount_unit` has no `format`.',
    why: 'The mount unit says of which type the file system is (or that it is a swap area), and Ignition formats the device so.',
    fix: 'Set `format`, for example `format: xfs`, or remove `with_mount_unit` and write the mount unit under `systemd.units`.',
  },
  side: 'source',
  on: 'storage.filesystems[]',
  run(filesystem, context) {
    const { with_mount_unit, format } = filesystem.fields;
    if (with_mount_unit?.value !== true || (format !== undefined && format.value !== '')) return;
    const message = '`with_mount_unit` needs a `format`; add one such as `format: xfs`';
    context.report(memberPlace(filesystem, 'format'), message);
  },
});
