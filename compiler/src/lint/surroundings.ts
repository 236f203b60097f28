// What the configs of a machine say that all of its projects ask for. Read once for all of them: there may be as many projects as
// there are users.
import { homePath } from '../../../spec/os-links.ts';
import { lingerDirectory } from '../../../spec/os-paths.ts';
import type { Config, Dropin, Unit } from '../config.ts';
import { fileModes, isOpen } from './config-parts.ts';

export interface Surroundings {
  readonly configs: readonly Config[];
  /** The modes of files that the configs write, by path. */
  readonly fileModes: ReadonlyMap<string, number>;
  /** Whether the configs bring files that are not all known here. */
  readonly isOpen: boolean;
  /** The user who has a home: one of the configs, or the one whose name the directory has. */
  ownerOf(home: string): string;
  /**
   * Whether the manager of a user runs from boot on: there is the file that says so, or something in the configs speaks of it, as
   * a script with `loginctl enable-linger` does.
   */
  lingers(user: string): boolean;
}

export function surroundingsOf(configs: readonly Config[]): Surroundings {
  const modes = fileModes(configs);
  const owners = new Map<string, string>();
  for (const { fields } of configs.flatMap((config) => config.fields.passwd?.fields.users?.items ?? [])) {
    if (fields.home_dir && fields.name) owners.set(homePath(fields.home_dir.value), fields.name.value);
  }
  const isSpokenOf = configs.some(speaksOfLingering);
  return {
    configs,
    fileModes: modes,
    isOpen: configs.some(isOpen),
    ownerOf: (home) => owners.get(home) ?? home.slice(home.lastIndexOf('/') + 1),
    lingers: (user) => isSpokenOf || modes.has(`${lingerDirectory}/${user}`),
  };
}

function speaksOfLingering({ fields }: Config): boolean {
  const files = fields.storage?.fields.files?.items ?? [];
  const units = (fields.systemd?.fields.units?.items ?? []).flatMap((unit): readonly (Unit | Dropin)[] => {
    return [unit, ...(unit.fields.dropins?.items ?? [])];
  });
  const texts = [
    ...files.map((file) => file.fields.contents?.fields.inline),
    ...units.map((unit) => unit.fields.contents),
  ];
  return texts.some((text) => text?.value.includes('linger'));
}
