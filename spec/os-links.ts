// Directories of the root that are links, by operating system: those that rpm-ostree makes where it lays out a root (`init_rootfs`
// in its source), and `/usr/local`. Fedora CoreOS, RHEL CoreOS, RHEL for Edge and Fedora IoT are built by it; on Flatcar these are
// directories.
import { isOpen, type Point } from './gate.ts';
import type { Gate } from './model.ts';

export interface DirectoryLink {
  readonly path: string;
  readonly target: string;
}

/** One of them is open where rpm-ostree made the system. */
export const laidOutByOstree: readonly Gate[] = [{ fcos: {} }, { r4e: {} }, { fiot: {} }];

const links: readonly DirectoryLink[] = [
  { path: '/home', target: '/var/home' },
  { path: '/media', target: '/run/media' },
  { path: '/mnt', target: '/var/mnt' },
  { path: '/opt', target: '/var/opt' },
  { path: '/root', target: '/var/roothome' },
  { path: '/srv', target: '/var/srv' },
  { path: '/usr/local', target: '/var/usrlocal' },
];

/** The links that the systems of a spec have; none where the system is not known. */
export function directoryLinks(point: Point): readonly DirectoryLink[] {
  return laidOutByOstree.some((gate) => isOpen(gate, point)) ? links : [];
}

/** The path of a home, and of what is in it, by the link that leads there: `/home/core` of `/var/home/core`, `/root` of `/var/roothome`. */
export function homePath(path: string): string {
  for (const { path: link, target } of links) {
    if (link !== '/home' && link !== '/root') continue;
    if (path === target || path.startsWith(`${target}/`)) return link + path.slice(target.length);
  }
  return path;
}
