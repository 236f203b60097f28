// The config as the compiler works on it: values with origins, of the superset of all specs.
import type { config } from '../../spec/shapes/config.ts';
import type { Out } from './output/nodes.ts';

export type Config = Out<typeof config>;

type Member<T, K extends string> = T extends { readonly fields: infer F }
  ? K extends keyof F
    ? NonNullable<F[K]>
    : never
  : never;
type ItemOf<T> = T extends { readonly items: readonly (infer I)[] } ? I : never;

export type Storage = Member<Config, 'storage'>;
export type StorageFile = ItemOf<Member<Storage, 'files'>>;
export type Directory = ItemOf<Member<Storage, 'directories'>>;
export type Link = ItemOf<Member<Storage, 'links'>>;
export type Disk = ItemOf<Member<Storage, 'disks'>>;
export type Partition = ItemOf<Member<Disk, 'partitions'>>;
export type Filesystem = ItemOf<Member<Storage, 'filesystems'>>;
export type Raid = ItemOf<Member<Storage, 'raid'>>;
export type Luks = ItemOf<Member<Storage, 'luks'>>;
export type Tree = ItemOf<Member<Storage, 'trees'>>;
export type Systemd = Member<Config, 'systemd'>;
export type Unit = ItemOf<Member<Systemd, 'units'>>;
export type Dropin = ItemOf<Member<Unit, 'dropins'>>;
export type Quadlet = ItemOf<Member<Systemd, 'quadlets'>>;
export type QuadletDropin = ItemOf<Member<Quadlet, 'dropins'>>;
export type User = ItemOf<Member<Member<Config, 'passwd'>, 'users'>>;
export type BootDevice = Member<Config, 'boot_device'>;

/** Something that is fetched: all resources have these members, whatever else they have. */
export type Resource = Member<StorageFile, 'contents'>;
