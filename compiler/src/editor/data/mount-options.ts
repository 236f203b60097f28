// Options of mount(8) that are worth proposing, for every file system and for single ones. Nothing here judges an option.

export interface MountOption {
  readonly value: string;
  readonly doc: string;
}

const everywhere: readonly MountOption[] = [
  { value: 'defaults', doc: 'What the kernel does without options.' },
  { value: 'ro', doc: 'Read only.' },
  { value: 'rw', doc: 'Read and write.' },
  { value: 'noatime', doc: 'Reading changes no time stamps.' },
  { value: 'relatime', doc: 'Time stamps of reading change once a day at most.' },
  { value: 'nodev', doc: 'Device nodes on it do nothing.' },
  { value: 'nosuid', doc: 'Set-user-id bits on it do nothing.' },
  { value: 'noexec', doc: 'Programs on it cannot be run.' },
  { value: 'nofail', doc: 'The machine boots without it, too.' },
  { value: 'noauto', doc: 'Not mounted at boot.' },
  { value: 'x-systemd.automount', doc: 'Mounted when it is first used.' },
  { value: 'x-systemd.makefs', doc: 'Made when it is not there.' },
  { value: 'x-systemd.growfs', doc: 'Grows to the size of its partition.' },
  { value: '_netdev', doc: 'Needs the network.' },
];

const byFormat: Readonly<Record<string, readonly MountOption[]>> = {
  xfs: [
    { value: 'pquota', doc: 'Project quotas, which Podman uses to limit containers.' },
    { value: 'prjquota', doc: 'Project quotas.' },
    { value: 'uquota', doc: 'User quotas.' },
    { value: 'gquota', doc: 'Group quotas.' },
    { value: 'inode64', doc: 'Inodes anywhere on the disk.' },
    { value: 'discard', doc: 'Tells the device which blocks are free.' },
    { value: 'largeio', doc: 'Large blocks are preferred.' },
  ],
  ext4: [
    { value: 'discard', doc: 'Tells the device which blocks are free.' },
    { value: 'data=ordered', doc: 'Data are written before what describes them.' },
    { value: 'data=journal', doc: 'Data go through the journal too.' },
    { value: 'data=writeback', doc: 'Data are written in any order.' },
    { value: 'errors=remount-ro', doc: 'Read only after an error.' },
    { value: 'usrquota', doc: 'User quotas.' },
    { value: 'grpquota', doc: 'Group quotas.' },
    { value: 'prjquota', doc: 'Project quotas.' },
  ],
  btrfs: [
    { value: 'compress=zstd', doc: 'New files are compressed.' },
    { value: 'compress=zstd:1', doc: 'New files are compressed quickly.' },
    { value: 'ssd', doc: 'Tuned for SSDs.' },
    { value: 'discard=async', doc: 'Tells the device which blocks are free, in the background.' },
    { value: 'autodefrag', doc: 'Small random writes are gathered.' },
    { value: 'space_cache=v2', doc: 'Free space in a tree.' },
    { value: 'subvol=', doc: 'The subvolume to mount.' },
  ],
  vfat: [
    { value: 'umask=0077', doc: 'Only root may read it.' },
    { value: 'shortname=winnt', doc: 'How short names are written.' },
  ],
  swap: [
    { value: 'discard', doc: 'Tells the device which blocks are free.' },
    { value: 'pri=', doc: 'Priority among swap areas.' },
  ],
};

/** What is worth proposing for a format; all of it where the format is not known. */
export function mountOptions(format: string | undefined): readonly MountOption[] {
  const special = format === undefined ? Object.values(byFormat).flat() : (byFormat[format] ?? []);
  const seen = new Set<string>();
  return [...special, ...everywhere].filter(({ value }) => !seen.has(value) && seen.add(value));
}
