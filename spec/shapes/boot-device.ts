// The section `boot_device`: sugar for mirroring and encrypting the boot disk.
import { byKey, object, shape, since, str, strings } from '../dsl.ts';
import { cex, tang, threshold, tpm2 } from './clevis.ts';
import { discard } from './luks.ts';
import { cleanPath } from './patterns.ts';

const layout = str({
  doc: 'Partition layout of the OS image, by architecture.',
  example: 'x86_64',
  values: [
    { value: 'aarch64', doc: 'ARM.' },
    { value: 'ppc64le', doc: 'POWER, little endian.' },
    { value: 's390x-eckd', doc: 'IBM Z on an ECKD DASD.', gate: since('1.6.0', 'fcos') },
    { value: 's390x-virt', doc: 'IBM Z on a virtio disk.', gate: since('1.6.0', 'fcos') },
    { value: 's390x-zfcp', doc: 'IBM Z on a SCSI disk over FCP.', gate: since('1.6.0', 'fcos') },
    { value: 'x86_64', doc: 'PC, 64 bits.' },
  ],
  default: '`x86_64`.',
  note: 'With `mirror` it must be given: a warning up to fcos 1.6.0 and openshift 4.22.0, an error later.',
});

const luks = object(
  {
    cex: cex('Use of an IBM Crypto Express card for the root volume (layouts of s390x only).'),
    discard,
    device: str({
      doc: 'Boot disk to encrypt, on the layouts `s390x-eckd` and `s390x-zfcp`; not used on others.',
      example: '/dev/dasda',
      gate: since('1.6.0', 'fcos'),
      form: 'ends in `/dev/dasd` (eckd) or `/dev/sd` (zfcp) and one letter from a to z',
      role: 'device',
    }),
    tang,
    threshold,
    tpm2,
  },
  { doc: 'Encryption of the root file system.', example: { tpm2: true } },
);

const mirror = object(
  {
    devices: strings(byKey('value'), {
      doc: 'Whole disks of the mirror; at least two.',
      example: ['/dev/sda', '/dev/sdb'],
      form: 'absolute path in shortest form each',
      pattern: cleanPath,
      role: 'device',
    }),
  },
  { doc: 'Mirror the boot disk over several disks.', example: { devices: ['/dev/sda', '/dev/sdb'] } },
);

export const bootDevice = shape({ layout, luks, mirror });
