// `storage.raid`: software RAID arrays.
import { append, byKey, int, shape, since, str, strings, until } from '../dsl.ts';
import { cleanPath } from './patterns.ts';

/** An array of `boot_device` gets what the config does not say of it. */
const byBootDevice = since('1.3.0', 'fcos');

export const raidArray = shape({
  devices: strings(byKey('value'), {
    doc: 'Member devices, best by stable links.',
    example: ['/dev/disk/by-partlabel/r1', '/dev/disk/by-partlabel/r2'],
    required: true,
    supplied: byBootDevice,
    printedAsNull: until('3.3.0'),
    form: 'absolute path in shortest form each',
    pattern: cleanPath,
    role: 'device',
  }),
  level: str({
    doc: 'RAID level.',
    example: 'raid1',
    nullable: since('3.3.0'),
    required: true,
    supplied: byBootDevice,
    values: [
      { value: 'linear', doc: 'Devices joined end to end.' },
      { value: 'raid0', doc: 'Striped, without redundancy.' },
      { value: '0', doc: '`raid0`.' },
      { value: 'stripe', doc: '`raid0`.' },
      { value: 'raid1', doc: 'Mirrored.' },
      { value: '1', doc: '`raid1`.' },
      { value: 'mirror', doc: '`raid1`.' },
      { value: 'raid4', doc: 'Striped, with one device of parity.' },
      { value: '4', doc: '`raid4`.' },
      { value: 'raid5', doc: 'Striped, with parity spread over all devices.' },
      { value: '5', doc: '`raid5`.' },
      { value: 'raid6', doc: 'Striped, with two sets of parity spread over all devices.' },
      { value: '6', doc: '`raid6`.' },
      { value: 'raid10', doc: 'Striped mirrors.' },
      { value: '10', doc: '`raid10`.' },
    ],
    sourceNote: 'YAML numbers become text, so `1` needs no quotes.',
  }),
  name: str({ doc: 'Name of the array; it appears below `/dev/md`.', example: 'data', nullable: false }),
  options: strings(append, { doc: 'Extra arguments for mdadm.', example: ['--bitmap=internal'] }),
  spares: int({
    doc: 'How many of the devices stand by as spares.',
    example: 1,
    default: '0.',
    form: '0 or absent with the levels linear and raid0',
  }),
});
