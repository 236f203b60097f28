// The systemd units that a config sets up, with their drop-ins. Quadlets have become files and are found among these by where they
// lie, as are units that are written as plain files.
import type { Config, Dropin, StorageFile, Unit } from '../config.ts';
import quadlet from '../embedded/quadlet/language.ts';
import systemd from '../embedded/systemd/language.ts';
import { unitPlaceOf } from '../embedded/unit-place.ts';
import { unitFileName } from '../embedded/unit-syntax/unit-file-name.ts';
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
  return [...units.flatMap((unit) => [ofUnit(unit), ...dropinsOf(unit)]), ...files.flatMap(ofFile)];
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

const languages = [quadlet, systemd];

/** Units and Quadlets that are files where systemd and Podman look, those of users among them. */
function ofFile({ fields, origin }: StorageFile): readonly UnitPreview[] {
  const path = fields.path?.value ?? '';
  const language = languages.find((each) => each.claims({ path }));
  const name = unitPlaceOf(path)?.name;
  if (language === undefined || name === undefined) return [];
  const { unit, isDropin } = unitFileName(path);
  const contents = contentsOf(fields.contents);
  const kind = isDropin ? 'drop-in' : language.name === 'quadlet' ? 'quadlet' : 'unit';
  return [
    {
      kind,
      name: isDropin ? name.slice(name.lastIndexOf('/') + 1) : name,
      ...(isDropin ? { unit } : {}),
      ...(contents ? { contents } : {}),
      ...madeOf(origin),
    },
  ];
}
