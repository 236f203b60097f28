import { hasQuirk } from '../../../spec/quirks.ts';
import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'mount-unit-path-required',
  severity: 'error',
  docs: {
    what: 'A filesystem with `with_mount_unit` has no `path`.',
    why: 'The mount unit is named after the directory that it mounts to; without one there is nothing to generate.',
    fix: 'Set `path`, for example `path: /var/lib/data`, or remove `with_mount_unit`. Swap areas need no path in newer specs.',
  },
  side: 'source',
  on: 'storage.filesystems[]',
  run(filesystem, context) {
    const { with_mount_unit, format, path } = filesystem.fields;
    if (with_mount_unit?.value !== true || (path !== undefined && path.value !== '')) return;
    const isMounted = format !== undefined && format.value !== '' && format.value !== 'swap';
    if (!isMounted && !hasQuirk('swapIsMounted', context.point)) return;
    const message = '`with_mount_unit` needs a `path`; say where the file system is to be mounted';
    context.report(memberPlace(filesystem, 'path'), message);
  },
});
