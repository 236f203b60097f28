// What the path of a file says about units: whether it lies where systemd or Podman look, and who will read it there.
import { homePath } from '../../../spec/os-links.ts';
import { type Manager, unitDirectories } from '../../../spec/os-paths.ts';

export interface UnitPlace {
  readonly language: 'systemd' | 'quadlet';
  readonly manager: Manager;
  /** The home of the only user who reads it; absent for what all of them read, or the system. */
  readonly home?: string;
  /** The number of that user, where a directory has it for its name. */
  readonly uid?: string;
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
    if (name === '') continue;
    const uid = language === 'quadlet' && manager === 'user' ? /^\d+(?=\/)/.exec(name)?.[0] : undefined;
    return { language, manager, ...(home === '' ? uid && { uid } : { home: homePath(home) }), name };
  }
  return undefined;
}
