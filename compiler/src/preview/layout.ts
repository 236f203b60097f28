// The disks, arrays and other devices that a config touches, and what is stacked on each piece of them: encryption, file
// systems. Sizes are MiB as they were written; nothing is known here of the real disks, so nothing is computed from them.
import type { Config, Disk, Filesystem, Luks, Partition, Raid } from '../config.ts';
import { DeviceNames } from './device-names.ts';
import { type Made, madeOf } from './made.ts';

export interface VolumePreview extends Made {
  readonly kind: 'disk' | 'raid' | 'device';
  /** The device, or the name of an array. */
  readonly name: string;
  readonly wipesTable?: true;
  readonly level?: string;
  /** Of an array: the devices that it is made of, as in `PiecePreview.id` where they are known. */
  readonly members?: readonly string[];
  readonly spares?: number;
  readonly pieces: readonly PiecePreview[];
}

/** A partition, or the whole of a volume that has none. */
export interface PiecePreview extends Made {
  /** Unique in the preview: what members of arrays refer to. */
  readonly id: string;
  readonly number?: number;
  readonly label?: string;
  /** Absent: right behind what lies before it, or wherever there is room. */
  readonly startMib?: number;
  /** Absent: as much as there is, or as it is already. */
  readonly sizeMib?: number;
  readonly typeGuid?: string;
  readonly isDeleted?: true;
  /** From the disk upwards. */
  readonly layers: readonly LayerPreview[];
}

export interface LayerPreview extends Made {
  readonly kind: 'raid-member' | 'luks' | 'filesystem' | 'swap';
  /** Of an array, of an encrypted volume; the label of a file system. */
  readonly name?: string;
  readonly format?: string;
  /** Where a file system is mounted. */
  readonly path?: string;
  readonly wipes?: true;
  /** How an encrypted volume is unlocked: `tpm2`, `tang`, `clevis`, `cex`, `key file`. */
  readonly unlock?: readonly string[];
}

interface Storage {
  readonly disks: readonly Disk[];
  readonly raid: readonly Raid[];
  readonly luks: readonly Luks[];
  readonly filesystems: readonly Filesystem[];
}

export function layoutOf({ fields }: Config): readonly VolumePreview[] {
  const storage = fields.storage?.fields;
  const all: Storage = {
    disks: storage?.disks?.items ?? [],
    raid: storage?.raid?.items ?? [],
    luks: storage?.luks?.items ?? [],
    filesystems: storage?.filesystems?.items ?? [],
  };
  const names = namesOf(all);
  const stack = stackOf(all, names);
  return [
    ...all.disks.map((disk) => ofDisk(disk, names, stack)),
    ...all.raid.map((array) => ofArray(array, names, stack)),
    ...others(all, names, stack),
  ];
}

/** Under which names each piece can be meant. */
function namesOf({ disks, raid, luks }: Storage): DeviceNames {
  const names = new DeviceNames();
  for (const disk of disks) {
    const device = disk.fields.device?.value ?? '';
    names.addDevice(device, diskId(device));
    for (const [index, partition] of (disk.fields.partitions?.items ?? []).entries()) {
      const { number, label } = partition.fields;
      names.addPartition(device, Number(number?.value ?? 0), label?.value ?? '', partitionId(device, index));
    }
  }
  for (const { fields } of raid) names.addArray(fields.name?.value ?? '', arrayId(fields.name?.value ?? ''));
  for (const { fields } of luks) names.addMapped(fields.name?.value ?? '', luksId(fields.name?.value ?? ''));
  return names;
}

const diskId = (device: string): string => `disk ${device}`;
const partitionId = (device: string, index: number): string => `partition ${device} ${index}`;
const arrayId = (name: string): string => `raid ${name}`;
const luksId = (name: string): string => `luks ${name}`;

type Stack = ReadonlyMap<string, readonly LayerPreview[]>;

/** What lies directly on each piece or layer, by its id. */
function stackOf({ raid, luks, filesystems }: Storage, names: DeviceNames): Stack {
  const stack = new Map<string, LayerPreview[]>();
  const put = (device: string, layer: LayerPreview): void => {
    const id = names.find(device) ?? `device ${device}`;
    stack.set(id, [...(stack.get(id) ?? []), layer]);
  };
  for (const { fields, origin } of raid) {
    for (const { value } of fields.devices?.items ?? []) {
      put(value, { kind: 'raid-member', name: fields.name?.value ?? '', ...madeOf(origin) });
    }
  }
  for (const volume of luks) put(volume.fields.device?.value ?? '', luksLayer(volume));
  for (const filesystem of filesystems) put(filesystem.fields.device?.value ?? '', filesystemLayer(filesystem));
  return stack;
}

function luksLayer({ fields, origin }: Luks): LayerPreview {
  const clevis = fields.clevis?.fields;
  const unlock = [
    ...(clevis?.tpm2?.value === true ? ['tpm2'] : []),
    ...((clevis?.tang?.items.length ?? 0) > 0 ? ['tang'] : []),
    ...(clevis?.custom?.fields.pin ? [`clevis ${clevis.custom.fields.pin.value}`] : []),
    ...(fields.cex?.fields.enabled?.value === true ? ['cex'] : []),
    ...(fields.key_file?.fields.source ? ['key file'] : []),
  ];
  return {
    kind: 'luks',
    name: fields.name?.value ?? '',
    ...(unlock.length > 0 ? { unlock } : {}),
    ...(fields.wipe_volume?.value === true ? { wipes: true as const } : {}),
    ...madeOf(origin),
  };
}

function filesystemLayer({ fields, origin }: Filesystem): LayerPreview {
  const format = fields.format?.value ?? '';
  return {
    kind: format === 'swap' ? 'swap' : 'filesystem',
    ...(fields.label?.value ? { name: fields.label.value } : {}),
    ...(format === '' ? {} : { format }),
    ...(fields.path?.value ? { path: fields.path.value } : {}),
    ...(fields.wipe_filesystem?.value === true ? { wipes: true as const } : {}),
    ...madeOf(origin),
  };
}

/** The layers on a piece, upwards: on an encrypted volume lies what names it as its device. */
function layersOn(id: string, stack: Stack): readonly LayerPreview[] {
  const layers: LayerPreview[] = [];
  const seen = new Set<string>();
  const climb = (at: string): void => {
    // A volume that is its own device is a fault that someone else reports.
    if (seen.has(at)) return;
    seen.add(at);
    for (const layer of stack.get(at) ?? []) {
      layers.push(layer);
      if (layer.kind === 'luks') climb(luksId(layer.name ?? ''));
    }
  };
  climb(id);
  return layers;
}

function ofDisk({ fields, origin }: Disk, names: DeviceNames, stack: Stack): VolumePreview {
  const device = fields.device?.value ?? '';
  const partitions = fields.partitions?.items ?? [];
  const made = madeOf(fields.device?.origin ?? origin);
  const onWhole = layersOn(names.find(device) ?? diskId(device), stack);
  const whole: readonly PiecePreview[] = onWhole.length > 0 ? [{ id: diskId(device), layers: onWhole, ...made }] : [];
  return {
    kind: 'disk',
    name: device,
    ...(fields.wipe_table?.value === true ? { wipesTable: true as const } : {}),
    pieces: [...whole, ...partitions.map((each, index) => ofPartition(each, partitionId(device, index), stack))],
    ...made,
  };
}

function ofPartition({ fields, origin }: Partition, id: string, stack: Stack): PiecePreview {
  const number = Number(fields.number?.value ?? 0);
  const size = Number(fields.size_mib?.value ?? 0);
  const start = Number(fields.start_mib?.value ?? 0);
  return {
    id,
    ...(number > 0 ? { number } : {}),
    ...(fields.label?.value ? { label: fields.label.value } : {}),
    ...(start > 0 ? { startMib: start } : {}),
    ...(size > 0 ? { sizeMib: size } : {}),
    ...(fields.type_guid?.value ? { typeGuid: fields.type_guid.value } : {}),
    ...(fields.should_exist?.value === false ? { isDeleted: true as const } : {}),
    layers: layersOn(id, stack),
    ...madeOf(origin),
  };
}

function ofArray({ fields, origin }: Raid, names: DeviceNames, stack: Stack): VolumePreview {
  const name = fields.name?.value ?? '';
  const devices = (fields.devices?.items ?? []).map(({ value }) => value);
  const spares = Number(fields.spares?.value ?? 0);
  const made = madeOf(origin);
  return {
    kind: 'raid',
    name,
    level: fields.level?.value ?? '',
    members: devices.map((device) => names.find(device) ?? device),
    ...(spares > 0 ? { spares } : {}),
    pieces: [{ id: arrayId(name), layers: layersOn(arrayId(name), stack), ...made }],
    ...made,
  };
}

/** Devices that the config uses without saying what they are, such as partitions that the image has. */
function others({ luks, filesystems }: Storage, names: DeviceNames, stack: Stack): readonly VolumePreview[] {
  const found = new Map<string, VolumePreview>();
  for (const { fields } of [...luks, ...filesystems]) {
    const { device } = fields;
    if (device === undefined || names.find(device.value) !== undefined || found.has(device.value)) continue;
    const id = `device ${device.value}`;
    const made = madeOf(device.origin);
    const pieces = [{ id, layers: layersOn(id, stack), ...made }];
    found.set(device.value, { kind: 'device', name: device.value, pieces, ...made });
  }
  return [...found.values()];
}
