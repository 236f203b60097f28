// `storage.filesystems`: file systems and swap areas, and the mount units made for them.
import { append, bool, shape, since, str, strings } from '../dsl.ts';
import { cleanPath, cleanPathOrEmpty } from './patterns.ts';

export const filesystem = shape({
  device: str({
    doc: 'Device to format, best by a stable link.',
    example: '/dev/disk/by-partlabel/var',
    nullable: false,
    required: true,
    form: 'absolute path in shortest form',
    pattern: cleanPath,
    role: 'device',
  }),
  format: str({
    doc: 'Kind of file system; `none` leaves the device unformatted.',
    example: 'xfs',
    values: [
      { value: '' },
      { value: 'ext4' },
      { value: 'btrfs', gate: { except: ['openshift'] } },
      { value: 'xfs' },
      { value: 'swap', doc: 'A swap area.' },
      { value: 'vfat' },
      { value: 'none', doc: 'Leave the device as it is.', gate: { ...since('3.3.0'), except: ['openshift'] } },
    ],
    note: 'Needed as soon as almost any other field is set.',
  }),
  label: str({
    doc: 'Label of the file system.',
    example: 'var',
    form: 'bytes at most: ext4 16, btrfs 256, xfs 12, swap 15, vfat 11; needs `format`',
  }),
  mount_options: strings(append, {
    doc: 'Options for mounting.',
    sourceNote: 'They stand in the generated mount unit too.',
    example: ['noatime'],
    gate: since('3.1.0'),
    role: 'mount-option',
  }),
  options: strings(append, {
    doc: 'Extra arguments for the tool that makes the file system.',
    example: ['-m', 'reflink=1'],
  }),
  path: str({
    doc: 'Where Ignition mounts it while it works, seen from the root of the system to be.',
    example: '/var',
    form: 'absolute path in shortest form, or empty',
    pattern: cleanPathOrEmpty,
    sourceNote: 'With `with_mount_unit`, fcos since 1.6.0 allows only `/etc`, `/var` and what is below them.',
    role: 'path',
  }),
  uuid: str({ doc: 'UUID of the file system.', example: '9c9e3f5e-63d5-4b5c-9a7e-0b2f1d1c7f3a' }),
  wipe_filesystem: bool({
    doc: 'Always make a new file system; otherwise a matching one is reused.',
    example: true,
    default: 'false.',
  }),
  with_mount_unit: bool({
    doc: 'Also generate a systemd mount unit (or swap unit), so that it is mounted on every boot.',
    example: true,
    gate: since('3.1.0'),
    sourceOnly: true,
    default: 'false.',
    note: 'Needs `format`, and `path` but for swap.',
  }),
});
