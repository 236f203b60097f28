// Which units know each other: each manager reads its own directories, and the manager of a user those of all users and of their
// home. A name means another unit in each of them.
import { lingerDirectory, type Manager } from '../../../spec/os-paths.ts';
import type { Config, Dropin, Unit } from '../config.ts';
import { unitPlaceOf } from '../embedded/unit-place.ts';

export interface Scope {
  readonly manager: Manager;
  /** The home of the one user; absent for the system, and for what all users read. */
  readonly home?: string;
}

const system: Scope = { manager: 'system' };

/** The scope in which a file is read. What lies elsewhere only has its name from the section `systemd`: the system's. */
export function scopeOf(path: string): Scope {
  return unitPlaceOf(path) ?? system;
}

/** Equal for equal scopes. */
export function scopeKey({ manager, home = '' }: Scope): string {
  return `${manager} ${home}`;
}

/** The user who has a home: one of the config, or the one whose name the directory has. */
export function ownerOf(home: string, configs: readonly Config[]): string {
  const users = configs.flatMap(({ fields }) => fields.passwd?.fields.users?.items ?? []);
  const owner = users.find(({ fields }) => fields.home_dir?.value === home)?.fields.name?.value;
  return owner ?? home.slice(home.lastIndexOf('/') + 1);
}

/**
 * Whether the manager of a user runs from boot on: there is the file that says so, or something in the config speaks of it, as a
 * script with `loginctl enable-linger` does.
 */
export function lingers(user: string, configs: readonly Config[]): boolean {
  return configs.some(({ fields }) => {
    const files = fields.storage?.fields.files?.items ?? [];
    const units = fields.systemd?.fields.units?.items ?? [];
    const texts = [
      ...files.map((file) => file.fields.contents?.fields.inline),
      ...units.flatMap((unit) =>
        [unit, ...(unit.fields.dropins?.items ?? [])].map((each: Unit | Dropin) => each.fields.contents),
      ),
    ];
    return (
      files.some((file) => file.fields.path?.value === `${lingerDirectory}/${user}`) ||
      texts.some((text) => text?.value.includes('linger'))
    );
  });
}
