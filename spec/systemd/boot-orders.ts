// In which order systemd starts what every boot needs: bootup(7) and systemd.special(7), and the default dependencies that the
// manual page of each type of unit lists. Asked of `systemd-analyze verify` 252, too.

/** What the targets of the early boot wait for, on every machine. */
export const targetOrders: Readonly<Record<string, readonly string[]>> = {
  'sysinit.target': ['local-fs.target', 'swap.target'],
  'basic.target': ['sysinit.target', 'sockets.target', 'paths.target', 'slices.target'],
};

/** Those of them that have default dependencies themselves: they wait for all that is wanted by them. */
export const waitingTargets: ReadonlySet<string> = new Set([
  'swap.target',
  'sockets.target',
  'paths.target',
  'slices.target',
]);

/** Targets that are a part of every boot; what they want is started then. */
export const bootTargets: ReadonlySet<string> = new Set([
  ...['basic.target', 'default.target', 'local-fs.target', 'multi-user.target', 'paths.target', 'slices.target'],
  ...['sockets.target', 'swap.target', 'sysinit.target', 'timers.target'],
]);

export interface DefaultOrders {
  readonly after?: string;
  readonly before?: string;
}

/** What units of a type wait for, and what waits for them, unless they have `DefaultDependencies=no`. */
export const defaultOrders: Readonly<Record<string, DefaultOrders>> = {
  // After sysinit.target as well, which basic.target waits for.
  service: { after: 'basic.target' },
  timer: { after: 'sysinit.target' },
  socket: { after: 'sysinit.target', before: 'sockets.target' },
  path: { after: 'sysinit.target', before: 'paths.target' },
  mount: { before: 'local-fs.target' },
  swap: { before: 'swap.target' },
};

/** File systems that are mounted over the network, which have other orders. */
export const networkFilesystems: ReadonlySet<string> = new Set(
  [
    'afs ceph cifs davfs fuse.davfs fuse.glusterfs fuse.sshfs fuse.s3fs gfs gfs2 glusterfs lustre ncp ncpfs nfs nfs4',
    'ocfs2 pvfs2 smb3 smbfs sshfs',
  ].flatMap((line) => line.split(' ')),
);
