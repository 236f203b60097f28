// The partitions of the OS image by architecture, which `boot_device.mirror` has to make again on every disk.

export interface LayoutPartition {
  /** The label is this and the number of the disk: `esp-1`. */
  readonly label: string;
  /** Absent: all the space that is left. */
  readonly sizeMiB?: number;
  readonly typeGuid?: string;
}

const esp: LayoutPartition = { label: 'esp', sizeMiB: 127, typeGuid: 'C12A7328-F81F-11D2-BA4B-00A0C93EC93B' };
const reserved: LayoutPartition = { label: 'reserved', sizeMiB: 1, typeGuid: '8DA63339-0007-60C0-C436-083AC8230908' };
const bios: LayoutPartition = { label: 'bios', sizeMiB: 1, typeGuid: '21686148-6449-6E6F-744E-656564454649' };
const prep: LayoutPartition = { label: 'prep', sizeMiB: 4, typeGuid: '9E1A2D38-C612-4316-AA26-8B49521E5A8B' };
const boot: LayoutPartition = { label: 'boot', sizeMiB: 384 };
const root: LayoutPartition = { label: 'root' };

export const defaultLayout = 'x86_64';

/** Layouts that can be mirrored. */
export const mirrorLayouts: ReadonlyMap<string, readonly LayoutPartition[]> = new Map([
  ['x86_64', [bios, esp, boot, root]],
  ['aarch64', [reserved, esp, boot, root]],
  ['ppc64le', [prep, reserved, boot, root]],
]);

/** What Go, Debian and container images call the architectures of layouts. */
export const layoutsByOtherNames: ReadonlyMap<string, string> = new Map([
  ['amd64', 'x86_64'],
  ['x64', 'x86_64'],
  ['arm64', 'aarch64'],
  ['ppc64el', 'ppc64le'],
]);

/** On these layouts of s390x the root partition has a fixed number on the disk that `luks.device` names. */
export const rootPartitionNumbers: ReadonlyMap<string, number> = new Map([
  ['s390x-eckd', 2],
  ['s390x-zfcp', 4],
]);

/** The least size of a root partition that leaves room for updates, in MiB. */
export const leastRootSizeMiB = 8192;

/** Partitions of the image that go by a fixed number. */
export const reservedPartitionNumbers: ReadonlyMap<string, number> = new Map([
  ['BIOS-BOOT', 1],
  ['PowerPC-PReP-boot', 1],
  ['EFI-SYSTEM', 2],
  ['boot', 3],
  ['root', 4],
]);
