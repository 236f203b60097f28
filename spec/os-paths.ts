// Paths of the operating systems that sugar writes to and that checks know.

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
