// The texts of units and drop-ins, each read once for all checks.
import type { Unit } from '../../config.ts';
import type { OutText } from '../../output/nodes.ts';
import { readUnitFile, type UnitFile } from '../../unit-file/reader.ts';
import { perConfig } from './per-config.ts';

const read = new WeakMap<OutText, UnitFile>();

export function unitFileOf(contents: OutText): UnitFile {
  let file = read.get(contents);
  if (file === undefined) {
    file = readUnitFile(contents.value);
    read.set(contents, file);
  }
  return file;
}

/** Whether a unit has a text of its own that can be read and says nothing of when it is to be started. */
export function lacksInstall(unit: Unit): boolean {
  const { contents } = unit.fields;
  if (contents === undefined || contents.value === '') return false;
  const file = unitFileOf(contents);
  return file.error === undefined && !file.sections.includes('Install');
}

/** Units by name; of two with the same name, which is an error, the later one. */
export const unitByName = perConfig(({ fields }): ReadonlyMap<string, Unit> => {
  const units = fields.systemd?.fields.units?.items ?? [];
  return new Map(units.map((unit) => [unit.fields.name?.value ?? '', unit]));
});

/** From the last dot of the last path element on, dot included; empty without a dot. */
export function extensionOf(name: string): string {
  const base = name.slice(name.lastIndexOf('/') + 1);
  const dot = base.lastIndexOf('.');
  return dot < 0 ? '' : base.slice(dot);
}
