// Which sections a unit has by its type, and which directives each section has: the one place to look a directive up.
import { cgroup } from './cgroup.ts';
import { exec } from './exec.ts';
import { install } from './install.ts';
import { kill } from './kill.ts';
import type { Directive, DirectiveTable } from './model.ts';
import { automount, mount, path, scope, slice, swap, timer } from './other-types.ts';
import { service } from './service.ts';
import { socket } from './socket.ts';
import { unit } from './unit.ts';

/** The tables of a section; of two with the same name the earlier one counts. */
const tables: { readonly [section: string]: readonly DirectiveTable[] } = {
  Unit: [unit],
  Install: [install],
  Service: [service, exec, cgroup, kill],
  Socket: [socket, exec, cgroup, kill],
  Mount: [mount, exec, cgroup, kill],
  Swap: [swap, exec, cgroup, kill],
  Automount: [automount],
  Timer: [timer],
  Path: [path],
  Slice: [slice, cgroup],
  Scope: [scope, cgroup, kill],
};

/** The type's own section, beside `[Unit]` and `[Install]`; undefined where it has none. */
export const unitTypes: { readonly [type: string]: string | undefined } = {
  service: 'Service',
  socket: 'Socket',
  mount: 'Mount',
  automount: 'Automount',
  swap: 'Swap',
  timer: 'Timer',
  path: 'Path',
  slice: 'Slice',
  scope: 'Scope',
  target: undefined,
  device: undefined,
};

/** Sections that systemd knows by name although no directive stands in them. */
const emptySections: { readonly [type: string]: string } = { target: 'Target', device: 'Device' };

export const sectionNames: readonly string[] = Object.keys(tables);

/** The sections that units of a type may have; all of them for an unknown type. */
export function sectionsOf(type: string): readonly string[] {
  if (!Object.hasOwn(unitTypes, type)) return sectionNames;
  const own = unitTypes[type] ?? emptySections[type];
  return ['Unit', ...(own === undefined ? [] : [own]), 'Install'];
}

const directives: ReadonlyMap<string, ReadonlyMap<string, Directive>> = new Map(
  Object.entries(tables).map(([section, list]) => {
    const entries = [...list].reverse().flatMap((table) => Object.entries(table));
    return [section, new Map(entries.map(([name, it]) => [name, typeof it === 'string' ? { is: it } : it]))];
  }),
);

const none: ReadonlyMap<string, Directive> = new Map();

/** The directives of a section by name, those that are gone or very new included. */
export function directivesOf(section: string): ReadonlyMap<string, Directive> {
  return directives.get(section) ?? none;
}

/** The sections that have a directive. */
export function sectionsWith(name: string): readonly string[] {
  return sectionNames.filter((section) => directives.get(section)?.has(name));
}
