// Which unit a timer, path or socket starts.
import { lastOf, type PlacedAssignment, type ProjectUnit } from '../project-unit.ts';

export interface Trigger {
  /** The section and the key that may name the unit. */
  readonly section: string;
  readonly key: string;
  /** Where it is named; otherwise its name follows from that of the trigger. */
  readonly named: PlacedAssignment | undefined;
  readonly target: string;
}

const keys: { readonly [type: string]: readonly [section: string, key: string] } = {
  timer: ['Timer', 'Unit'],
  path: ['Path', 'Unit'],
  socket: ['Socket', 'Service'],
};

/** Undefined for units of other types. */
export function triggerOf(unit: ProjectUnit): Trigger | undefined {
  const [section, key] = keys[unit.type] ?? [];
  if (section === undefined || key === undefined) return undefined;
  const named = lastOf(unit, section, key);
  return { section, key, named, target: named?.assignment.value.text ?? targetOf(unit) };
}

function targetOf(unit: ProjectUnit): string {
  const isTemplate = unit.type === 'socket' && isOn(lastOf(unit, 'Socket', 'Accept')?.assignment.value.text);
  return `${unit.name.slice(0, unit.name.lastIndexOf('.'))}${isTemplate ? '@' : ''}.service`;
}

function isOn(value: string | undefined): boolean {
  return /^(1|y|yes|t|true|on)$/i.test(value ?? '');
}
