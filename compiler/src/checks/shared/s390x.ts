// IBM Z in `boot_device`: its layouts, and the boot disks that the layouts with a fixed root partition want.

/** Also true of unknown layouts of that family, as in the reference. */
export function isS390x(layout: string): boolean {
  return layout.startsWith('s390x');
}

interface BootDisk {
  /** Only the end of the device has to match. */
  readonly device: RegExp;
  readonly example: string;
  readonly noun: string;
}

/** By layout: what `luks.device` has to name there. */
export const bootDisks: ReadonlyMap<string, BootDisk> = new Map([
  ['s390x-eckd', { device: /\/dev\/dasd[a-z]$/, example: '/dev/dasda', noun: 'a whole DASD' }],
  ['s390x-zfcp', { device: /\/dev\/sd[a-z]$/, example: '/dev/sda', noun: 'a whole SCSI disk' }],
]);
