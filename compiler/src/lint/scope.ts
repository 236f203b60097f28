// Which units know each other: each manager reads its own directories, and the manager of a user those of all users and of their
// home. A name means another unit in each of them.
import type { Manager } from '../../../spec/os-paths.ts';
import { unitPlaceOf } from '../embedded/unit-place.ts';

export interface Scope {
  readonly manager: Manager;
  /** The home of the one user; absent for the system, and for what all users read. */
  readonly home?: string;
  /** The number of that user, where it is known instead. */
  readonly uid?: string;
}

const system: Scope = { manager: 'system' };

/** The scope in which a file is read. What lies elsewhere only has its name from the section `systemd`: the system's. */
export function scopeOf(path: string): Scope {
  return unitPlaceOf(path) ?? system;
}

/** Equal for equal scopes. */
export function scopeKey({ manager, home = '', uid = '' }: Scope): string {
  return `${manager} ${uid} ${home}`;
}
