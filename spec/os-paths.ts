// Paths of the operating systems that sugar writes to and that checks know.
import type { Gate } from './model.ts';
import { laidOutByOstree } from './os-links.ts';

/** Units and their drop-ins. */
export const unitDirectory = '/etc/systemd/system';
/** Quadlets that root runs, and those that every user runs. */
export const quadletDirectories = {
  rootful: '/etc/containers/systemd',
  rootless: '/etc/containers/systemd/users',
} as const;
/** Superusers of the boot loader. */
export const grubUserConfig = '/boot/grub2/user.cfg';
export const bootFilesystemDevice = '/dev/disk/by-label/boot';

/** Who reads units: the manager of the system, or that of a user, of which each user has one. */
export type Manager = 'system' | 'user';

/**
 * Where units lie, and Quadlets with what goes for them; `home` is below the home directory of the one user who runs them. Those
 * of users come first, as they may lie below the others. See systemd.unit(5) and podman-systemd.unit(5).
 */
export const unitDirectories = {
  systemd: {
    user: ['/etc/systemd/user', '/run/systemd/user', '/usr/local/lib/systemd/user', '/usr/lib/systemd/user'],
    home: ['.config/systemd/user', '.local/share/systemd/user'],
    system: [
      '/etc/systemd/system',
      '/run/systemd/system',
      '/usr/local/lib/systemd/system',
      '/usr/lib/systemd/system',
      '/etc/systemd/system.attached',
      '/run/systemd/system.attached',
    ],
  },
  quadlet: {
    user: ['/etc/containers/systemd/users', '/run/containers/systemd/users', '/usr/share/containers/systemd/users'],
    home: ['.config/containers/systemd'],
    system: ['/etc/containers/systemd', '/run/containers/systemd', '/usr/share/containers/systemd'],
  },
} as const;

/** A user lingers, and has a manager from boot on, when there is a file of that name. See loginctl(1). */
export const lingerDirectory = '/var/lib/systemd/linger';

/** A part of the file system to which Ignition cannot write, so that the first boot ends in the emergency shell. */
export interface UnwritablePart {
  /** One of them is open where it is so. */
  readonly gates: readonly Gate[];
  readonly path: RegExp;
  /** What follows "`PATH` cannot be written: ". */
  readonly reason: string;
  /** Such a path may be made up for an example, so it is only a note. */
  readonly isPlaceholder?: true;
}

const operatingSystem = /^\/(?:bin|sbin|lib|lib64|usr(?!\/local(?:\/|$)|\/share\/oem\/))\//;
/** Shorter names stand for any path in examples. */
const ownTop = /^\/(?!(?:boot|home|lib64|media|ostree|proc|root|sbin|sysroot)(?:\/|$))[^/]{4}/;

/** See the issues 270 of fedora-coreos-tracker, 123 of openshift/os and 434 of Flatcar, each with the error of such a boot. */
export const unwritable: readonly UnwritablePart[] = [
  {
    gates: laidOutByOstree,
    path: operatingSystem,
    reason: '`/usr` is read-only; put programs below `/usr/local/bin`, settings below `/etc`, data below `/var`',
  },
  {
    gates: [{ flatcar: {} }],
    path: operatingSystem,
    reason: '`/usr` is read-only; put programs below `/opt/bin`, settings below `/etc`, data below `/var`',
  },
  {
    gates: laidOutByOstree,
    path: ownTop,
    reason: 'nothing can be added at the root of this system; choose a path below `/var`',
    isPlaceholder: true,
  },
];

/** The mode that Ignition gives a file without one. */
export const usualFileMode = 0o644;
