// What of a config, beside its texts, says which units there are. Light: nothing of a unit is read for it.
import { usualFileMode } from '../../../spec/os-paths.ts';
import type { Config } from '../config.ts';
import { type UnitPlace, unitPlaceOf } from '../embedded/unit-place.ts';

export interface PlainPath extends UnitPlace {
  readonly path: string;
}

/** Files and links that lie where systemd and Podman look, whatever is in them. */
export function plainPaths(config: Config): readonly PlainPath[] {
  const { files, links } = config.fields.storage?.fields ?? {};
  return [...(files?.items ?? []), ...(links?.items ?? [])].flatMap(({ fields }) => {
    const path = fields.path?.value ?? '';
    const place = unitPlaceOf(path);
    return place ? [{ ...place, path }] : [];
  });
}

/** Whether a config brings files that are not all known here. */
export function isOpen(config: Config): boolean {
  const { merge, replace } = config.fields.ignition?.fields.config?.fields ?? {};
  const hasTrees = (config.fields.storage?.fields.trees?.items.length ?? 0) > 0;
  return hasTrees || (merge?.items.length ?? 0) > 0 || replace !== undefined;
}

/** The modes of the files that configs write, by path. A later config goes before an earlier one, as it does for Ignition. */
export function fileModes(configs: readonly Config[]): ReadonlyMap<string, number> {
  const files = configs.flatMap(({ fields }) => fields.storage?.fields.files?.items ?? []);
  return new Map(files.map(({ fields }) => [fields.path?.value ?? '', Number(fields.mode?.value ?? usualFileMode)]));
}
