// The systemd units that a config sets up, with their drop-ins. Quadlets have become files and are found among these by their
// directory.
import { quadletDirectories } from '../../../spec/os-paths.ts';
import type { Config, Dropin, StorageFile, Unit } from '../config.ts';
import { type ContentsPreview, contentsOf, contentsOfText } from './contents.ts';
import { type Made, madeOf } from './made.ts';

export interface UnitPreview extends Made {
  readonly kind: 'unit' | 'drop-in' | 'quadlet';
  readonly name: string;
  /** The unit that a drop-in belongs to. */
  readonly unit?: string;
  /** Absent: what the presets say. */
  readonly enabled?: boolean;
  readonly masked?: true;
  readonly contents?: ContentsPreview;
}

export function unitsOf({ fields }: Config): readonly UnitPreview[] {
  const units = fields.systemd?.fields.units?.items ?? [];
  const files = fields.storage?.fields.files?.items ?? [];
  return [...units.flatMap((unit) => [ofUnit(unit), ...dropinsOf(unit)]), ...files.flatMap(quadlet)];
}

function ofUnit({ fields, origin }: Unit): UnitPreview {
  return {
    kind: 'unit',
    name: fields.name?.value ?? '',
    ...(fields.enabled ? { enabled: fields.enabled.value } : {}),
    ...(fields.mask?.value === true ? { masked: true as const } : {}),
    ...(fields.contents ? { contents: contentsOfText(fields.contents.value) } : {}),
    ...madeOf(origin.by === undefined ? (fields.name?.origin ?? origin) : origin),
  };
}

function dropinsOf(unit: Unit): readonly UnitPreview[] {
  const owner = unit.fields.name?.value ?? '';
  return (unit.fields.dropins?.items ?? []).map(({ fields, origin }: Dropin) => ({
    kind: 'drop-in',
    name: fields.name?.value ?? '',
    unit: owner,
    ...(fields.contents ? { contents: contentsOfText(fields.contents.value) } : {}),
    ...madeOf(origin.by === undefined ? (fields.name?.origin ?? origin) : origin),
  }));
}

const directories = Object.values(quadletDirectories);
const quadletName = /^[^/]+\.(?:container|volume|network|kube|pod|image|build|artifact)$/;

function quadlet({ fields, origin }: StorageFile): readonly UnitPreview[] {
  const path = fields.path?.value ?? '';
  const directory = directories.find((each) => path.startsWith(`${each}/`));
  const name = directory === undefined ? '' : path.slice(directory.length + 1);
  if (!quadletName.test(name)) return [];
  const contents = contentsOf(fields.contents);
  return [{ kind: 'quadlet', name, ...(contents ? { contents } : {}), ...madeOf(origin) }];
}
