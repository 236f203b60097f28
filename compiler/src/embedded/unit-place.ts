// What the path of a file says about units: whether it lies where systemd or Podman look, and who will read it there.
import { type Manager, unitDirectories } from '../../../spec/os-paths.ts';

export interface UnitPlace {
  readonly language: 'systemd' | 'quadlet';
  readonly manager: Manager;
  /** The home of the only user who reads it; absent for what all of them read, or the system. */
  readonly home?: string;
  /** What stands behind the directory: `app.service`, `app.service.d/10-env.conf`. */
  readonly name: string;
}

const patterns = (['systemd', 'quadlet'] as const).flatMap((language) => {
  const { user, home, system } = unitDirectories[language];
  return [
    { language, manager: 'user', pattern: new RegExp(`^()(?:${alternatives(user)})/(.+)$`) },
    { language, manager: 'user', pattern: new RegExp(`^(/.+)/(?:${alternatives(home)})/(.+)$`) },
    { language, manager: 'system', pattern: new RegExp(`^()(?:${alternatives(system)})/(.+)$`) },
  ] as const;
});

function alternatives(directories: readonly string[]): string {
  return directories.map((each) => each.replaceAll('.', '\\.')).join('|');
}

/** Undefined for a path that is in none of the directories of units. */
export function unitPlaceOf(path: string): UnitPlace | undefined {
  for (const { language, manager, pattern } of patterns) {
    const [, home = '', name = ''] = pattern.exec(path) ?? [];
    if (name !== '') return { language, manager, ...(home === '' ? {} : { home: shortHome(home) }), name };
  }
  return undefined;
}

/** On systems of this kind `/home` is a link to `/var/home`, and `/root` one to `/var/roothome`. */
function shortHome(home: string): string {
  return home === '/var/roothome' ? '/root' : home.replace(/^\/var\/home\//, '/home/');
}
