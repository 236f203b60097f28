// `storage.luks`: encrypted volumes.
import { append, bool, byKeyInOrder, object, shape, since, str, strings } from '../dsl.ts';
import { cex, clevis } from './clevis.ts';
import { atMost, cleanPath } from './patterns.ts';
import { resource } from './resource.ts';

export const discard = bool({
  doc: 'Pass discard requests through to the device; frees blocks on SSDs and thin volumes but shows which blocks are in use.',
  example: true,
  gate: since('3.4.0'),
  default: 'false.',
});

export const luksVolume = shape({
  cex: cex('Use of an IBM Crypto Express card to hold the volume key (s390x).', {
    note: 'On OpenShift a volume named `root` then needs the kernel argument `rd.luks.key=/etc/luks/cex.key`.',
  }),
  clevis,
  device: str({
    doc: 'Device to encrypt, best by a stable link.',
    example: '/dev/disk/by-partlabel/data',
    required: true,
    // The root volume of `boot_device` has one.
    supplied: since('1.3.0', 'fcos'),
    form: 'absolute path in shortest form',
    pattern: cleanPath,
    role: 'device',
  }),
  discard,
  key_file: object(resource('the key').fields, {
    doc: 'Key for the volume; a random one is made when it is left out.',
    example: { local: 'keys/data.key' },
  }),
  label: str({
    doc: 'Label of the LUKS header.',
    example: 'luks-data',
    form: 'at most 47 bytes',
    pattern: atMost(47),
  }),
  name: str({
    doc: 'Name of the opened volume below `/dev/mapper`.',
    example: 'data',
    nullable: false,
    form: 'no slash',
    pattern: '^[^/]*$',
  }),
  open_options: strings(byKeyInOrder('value'), {
    doc: 'Extra arguments for opening; those that LUKS2 can store become persistent.',
    example: ['--perf-no_read_workqueue'],
    gate: since('3.4.0'),
  }),
  options: strings(append, {
    doc: 'Extra arguments for formatting.',
    example: ['--cipher', 'aes-xts-plain64'],
  }),
  uuid: str({ doc: 'UUID of the LUKS header.', example: '9c9e3f5e-63d5-4b5c-9a7e-0b2f1d1c7f3a' }),
  wipe_volume: bool({
    doc: 'Always format anew; otherwise a matching volume is reused.',
    example: true,
    default: 'false.',
  }),
});
