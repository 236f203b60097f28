// `storage.disks`: partition tables.
import { bool, byKey, int, list, shape, since, str } from '../dsl.ts';
import { cleanPath, guidOrEmpty } from './patterns.ts';

const partition = shape({
  guid: str({
    doc: 'Unique GUID of the partition.',
    example: '4C3BA1E8-0F4D-4C6A-9C5E-5B1F0B6A7C11',
    default: 'Generated.',
    form: '8-4-4-4-12 hexadecimal digits, or empty',
    pattern: guidOrEmpty,
  }),
  label: str({
    doc: 'Partition label (PARTLABEL).',
    example: 'var',
    form: 'at most 36 bytes, no colon',
    pattern: '^[^:]{0,36}$',
  }),
  number: int({
    doc: 'Slot in the partition table, counted from 1; 0 takes the next free slot, or finds an existing partition by label.',
    example: 5,
    nullable: false,
    omitZero: true,
    default: '0.',
  }),
  resize: bool({
    doc: 'Allow an existing partition that matches in all but its size to be resized.',
    example: true,
    gate: since('3.2.0'),
    default: 'false.',
  }),
  should_exist: bool({
    doc: '`false` asks for the partition to be absent; then only `number` may be given.',
    example: false,
    default: 'true.',
  }),
  size_mib: int({
    doc: 'Size in MiB; 0 takes all the space that is free.',
    example: 10240,
    out: 'sizeMiB',
    default: 'As for 0 when the partition is new.',
  }),
  start_mib: int({
    doc: 'Start in MiB; 0 means the start of the largest free block.',
    example: 0,
    out: 'startMiB',
    default: 'As for 0 when the partition is new.',
  }),
  type_guid: str({
    doc: 'GUID of the partition type.',
    example: '0FC63DAF-8483-4772-8E79-3D69D8477DE4',
    default: 'Linux filesystem data (applied by Ignition).',
    form: '8-4-4-4-12 hexadecimal digits, or empty',
    pattern: guidOrEmpty,
    role: 'partition-type',
  }),
  wipe_partition_entry: bool({
    doc: 'Let Ignition delete or replace an existing partition that does not match; otherwise it stops.',
    example: true,
    default: 'false.',
  }),
});

export const disk = shape({
  device: str({
    doc: 'Whole disk, best by a stable link. `/dev/disk/by-id/coreos-boot-disk` stands for the boot disk.',
    example: '/dev/disk/by-id/coreos-boot-disk',
    nullable: false,
    required: true,
    form: 'absolute path in shortest form',
    pattern: cleanPath,
    role: 'device',
  }),
  partitions: list(partition, byKey('partition'), {
    doc: 'Partitions to create, match or delete on the disk.',
    example: [{ number: 5, label: 'var', size_mib: 0 }],
  }),
  wipe_table: bool({ doc: 'Erase the whole partition table first.', example: true, default: 'false.' }),
});
