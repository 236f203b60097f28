// Sugar: `boot_device` mirrors and encrypts the boot disk. Rendered as a fragment that is merged beneath the config, so that
// the user's entries of the same disk, label, array or volume override it field by field.
import {
  defaultLayout,
  type LayoutPartition,
  mirrorLayouts,
  rootPartitionNumbers,
} from '../../../spec/boot-layouts.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { BootDevice, Config, Disk, Filesystem, Luks, Partition, Raid, Storage } from '../config.ts';
import { madeBy, type Origin } from '../diagnostic/origin.ts';
import { merge } from '../merge/merge.ts';
import { bool, int, list, object, text } from '../output/make.ts';
import type { SugarPass } from './pass.ts';

const bootArray = 'md-boot';
const rootArray = 'md-root';
const rootVolume = 'root';

const bootDevice: SugarPass = (config, context) => {
  const wanted = context.source.fields.boot_device;
  if (wanted === undefined) return config;
  const plan = planOf(wanted);
  if (!plan.encrypted && plan.disks.length === 0) return config;
  const origin = madeBy('boot_device', wanted.origin);
  const storage: Storage = object(
    {
      ...(plan.disks.length > 0
        ? {
            disks: list(
              plan.disks.map((disk, n) => mirrorDisk(disk, n + 1, plan)),
              origin,
            ),
          }
        : {}),
      filesystems: list(filesystems(plan, origin), origin),
      ...(plan.encrypted ? { luks: list([luksVolume(wanted, plan)], origin) } : {}),
      ...(plan.disks.length > 0 ? { raid: list(arrays(plan), plan.mirrorOrigin) } : {}),
    },
    origin,
  );
  const fragment: Config = object({ storage }, origin);
  return merge(fragment, config, configSpec, context.point);
};

export default bootDevice;

interface Plan {
  readonly layout: string;
  /** Disks of the mirror; none when nothing is mirrored. */
  readonly disks: readonly { readonly device: string; readonly origin: Origin }[];
  readonly partitions: readonly LayoutPartition[];
  readonly encrypted: boolean;
  readonly mirrorOrigin: Origin;
  readonly luksOrigin: Origin;
}

function planOf(wanted: BootDevice): Plan {
  const { luks, mirror } = wanted.fields;
  const layout = wanted.fields.layout?.value ?? defaultLayout;
  const devices = mirror?.fields.devices?.items ?? [];
  return {
    layout,
    disks: devices.map((device) => ({ device: device.value, origin: madeBy('boot_device', device.origin) })),
    partitions: mirrorLayouts.get(layout) ?? [],
    encrypted:
      luks?.fields.tpm2?.value === true ||
      (luks?.fields.tang?.items.length ?? 0) > 0 ||
      luks?.fields.cex?.fields.enabled?.value === true,
    mirrorOrigin: madeBy('boot_device', mirror?.origin ?? wanted.origin),
    luksOrigin: madeBy('boot_device', luks?.origin ?? wanted.origin),
  };
}

function mirrorDisk(disk: Plan['disks'][number], n: number, plan: Plan): Disk {
  const { origin } = disk;
  const partitions = plan.partitions.map(
    (partition): Partition =>
      object(
        {
          label: text(`${partition.label}-${n}`, origin),
          ...(partition.sizeMiB === undefined ? {} : { size_mib: int(partition.sizeMiB, origin) }),
          ...(partition.typeGuid === undefined ? {} : { type_guid: text(partition.typeGuid, origin) }),
        },
        origin,
      ),
  );
  return object(
    { device: text(disk.device, origin), partitions: list(partitions, origin), wipe_table: bool(true, origin) },
    origin,
  );
}

function filesystems(plan: Plan, origin: Origin): Filesystem[] {
  const hasEsp = plan.partitions.some((partition) => partition.label === 'esp');
  const esps = hasEsp
    ? plan.disks.map((disk, n) =>
        filesystem(`/dev/disk/by-partlabel/esp-${n + 1}`, 'vfat', `esp-${n + 1}`, disk.origin),
      )
    : [];
  const boot = plan.disks.length > 0 ? [filesystem(`/dev/md/${bootArray}`, 'ext4', 'boot', plan.mirrorOrigin)] : [];
  const device = plan.encrypted ? `/dev/mapper/${rootVolume}` : `/dev/md/${rootArray}`;
  return [...esps, ...boot, filesystem(device, 'xfs', 'root', origin)];
}

function filesystem(device: string, format: string, label: string, origin: Origin): Filesystem {
  return object(
    {
      device: text(device, origin),
      format: text(format, origin),
      label: text(label, origin),
      wipe_filesystem: bool(true, origin),
    },
    origin,
  );
}

function arrays(plan: Plan): Raid[] {
  const { mirrorOrigin: origin } = plan;
  const array = (name: string, label: string, options: readonly string[]): Raid =>
    object(
      {
        name: text(name, origin),
        level: text('raid1', origin),
        devices: list(
          plan.disks.map((disk, n) => text(`/dev/disk/by-partlabel/${label}-${n + 1}`, disk.origin)),
          origin,
        ),
        ...(options.length > 0
          ? {
              options: list(
                options.map((option) => text(option, origin)),
                origin,
              ),
            }
          : {}),
      },
      origin,
    );
  // The boot loader reads /boot as a plain file system, so the array's metadata has to be at its end.
  return [array(bootArray, 'boot', ['--metadata=1.0']), array(rootArray, 'root', [])];
}

function luksVolume(wanted: BootDevice, plan: Plan): Luks {
  const { luksOrigin: origin } = plan;
  const luks = wanted.fields.luks?.fields ?? {};
  const { discard, tang, threshold, tpm2, cex } = luks;
  const common = {
    name: text(rootVolume, origin),
    label: text('luks-root', origin),
    device: text(luksDevice(wanted, plan), origin),
    wipe_volume: bool(true, origin),
    ...(discard ? { discard } : {}),
  };
  if (cex?.fields.enabled?.value === true) return object({ ...common, cex }, origin);
  const clevis = object(
    { ...(tang ? { tang } : {}), ...(threshold ? { threshold } : {}), ...(tpm2 ? { tpm2 } : {}) },
    origin,
  );
  return object({ ...common, clevis }, origin);
}

function luksDevice(wanted: BootDevice, plan: Plan): string {
  const partition = rootPartitionNumbers.get(plan.layout);
  if (partition !== undefined) return `${wanted.fields.luks?.fields.device?.value ?? ''}${partition}`;
  return plan.disks.length > 0 ? `/dev/md/${rootArray}` : '/dev/disk/by-partlabel/root';
}
