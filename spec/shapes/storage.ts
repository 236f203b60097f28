// The section `storage`: its lists, in the order in which Ignition JSON prints them.
import { append, byKey, list, shape, since } from '../dsl.ts';
import { directory } from './directories.ts';
import { disk } from './disks.ts';
import { file } from './files.ts';
import { filesystem } from './filesystems.ts';
import { link } from './links.ts';
import { luksVolume } from './luks.ts';
import { byPath } from './node.ts';
import { raidArray } from './raid.ts';
import { tree } from './trees.ts';

export const storage = shape({
  directories: list(directory, byPath, {
    doc: 'Directories to create, or to set owner and mode of.',
    example: [{ path: '/opt/app' }],
  }),
  disks: list(disk, byKey('device'), {
    doc: 'Partition tables to edit.',
    example: [
      { device: '/dev/disk/by-id/coreos-boot-disk', partitions: [{ number: 4, label: 'root', size_mib: 8192 }] },
    ],
  }),
  files: list(file, byPath, {
    doc: 'Files to write.',
    example: [{ path: '/etc/hostname', mode: '0644', contents: { inline: 'node1\n' } }],
  }),
  filesystems: list(filesystem, byKey('device'), {
    doc: 'File systems and swap areas to make or check.',
    example: [{ device: '/dev/disk/by-partlabel/var', format: 'xfs', path: '/var', with_mount_unit: true }],
  }),
  links: list(link, byPath, {
    doc: 'Symbolic and hard links to create.',
    example: [{ path: '/etc/localtime', target: '../usr/share/zoneinfo/UTC' }],
  }),
  luks: list(luksVolume, byKey('name'), {
    doc: 'LUKS2 encrypted volumes.',
    example: [{ name: 'data', device: '/dev/disk/by-partlabel/data', clevis: { tpm2: true } }],
    gate: since('3.2.0'),
  }),
  raid: list(raidArray, byKey('name'), {
    doc: 'Software RAID arrays.',
    example: [{ name: 'data', level: 'raid1', devices: ['/dev/sda', '/dev/sdb'] }],
  }),
  trees: list(tree, append, {
    doc: 'Local directory trees copied into the config file by file.',
    example: [{ local: 'tree', path: '/etc/app' }],
    gate: since('3.1.0'),
    sourceOnly: true,
  }),
});
