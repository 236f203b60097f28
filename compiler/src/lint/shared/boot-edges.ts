// The orders that nobody writes down: what systemd gives units by default, as far as they are surely a part of the boot. A
// unit that is started later finds the targets of the boot reached, and waits for nothing.
import {
  bootTargets,
  defaultOrders,
  networkFilesystems,
  targetOrders,
  waitingTargets,
} from '../../../../spec/systemd/boot-orders.ts';
import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import type { Project } from '../project.ts';
import { type ProjectUnit, settingOf, textsOf } from '../project-unit.ts';
import type { UnitPlace } from '../rule.ts';

/** One unit is started after another one. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** What says so; absent for what is so by default. */
  readonly at?: UnitPlace;
}

/** The targets that order the boot. */
export const orderedTargets: ReadonlySet<string> = new Set(
  Object.entries(targetOrders).flatMap(([target, others]) => [target, ...others]),
);

const installing: ReadonlySet<string> = new Set(['WantedBy', 'RequiredBy', 'UpheldBy']);
const pulling: ReadonlySet<string> = new Set(['Wants', 'Requires', 'BindsTo', 'Upholds']);

/** Units that each boot starts: enabled for one of its targets, and what those units ask for. */
export function startedAtBoot({ units }: Project): ReadonlySet<string> {
  const started = new Set<string>();
  const open = [...units.values()].filter((unit) => unit.enabled === true && isWhole(unit) && isHookedIn(unit));
  for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
    if (started.has(unit.name)) continue;
    started.add(unit.name);
    for (const { name, relation } of textsOf(unit).flatMap(unitReferences)) {
      const other = pulling.has(relation) ? units.get(name) : undefined;
      if (other !== undefined && isWhole(other)) open.push(other);
    }
  }
  return started;
}

function isWhole({ own, isMasked }: ProjectUnit): boolean {
  return own !== undefined && !isMasked && own.tree.text.trim() !== '';
}

function isHookedIn(unit: ProjectUnit): boolean {
  const references = textsOf(unit).flatMap(unitReferences);
  return references.some(({ name, relation }) => installing.has(relation) && bootTargets.has(name));
}

/** The orders of the targets among themselves, and those of the units that a boot starts. */
export function bootEdges(project: Project, started: ReadonlySet<string>): readonly Edge[] {
  const targets = Object.entries(targetOrders).flatMap(([from, others]) => others.map((to): Edge => ({ from, to })));
  const units = [...started].flatMap((name) => {
    const unit = project.units.get(name);
    return unit === undefined || hasNoDefaults(unit) ? [] : defaultsOf(unit);
  });
  return [...targets, ...units];
}

function hasNoDefaults(unit: ProjectUnit): boolean {
  return /^(n|no|f|false|off|0)$/i.test(settingOf(unit, 'Unit', 'DefaultDependencies') ?? '');
}

function defaultsOf(unit: ProjectUnit): readonly Edge[] {
  const { name, type } = unit;
  if ((type === 'mount' || type === 'swap') && !isWaitedFor(unit)) return [];
  const { after, before } = defaultOrders[type] ?? {};
  const wanting = type === 'service' ? targetsWaitingFor(unit) : [];
  return [
    ...(after === undefined ? [] : [{ from: name, to: after }]),
    ...(before === undefined ? [] : [{ from: before, to: name }]),
    ...wanting,
  ];
}

/** Targets wait for what they want, unless it is ordered after them. */
function targetsWaitingFor(unit: ProjectUnit): readonly Edge[] {
  return textsOf(unit).flatMap((view) => {
    const references = unitReferences(view);
    const after = new Set(references.flatMap(({ name, relation }) => (relation === 'After' ? [name] : [])));
    return references.flatMap(({ name, relation, range }): readonly Edge[] => {
      const waits = installing.has(relation) && waitingTargets.has(name) && !after.has(name);
      return waits ? [{ from: name, to: unit.name, at: { view, range } }] : [];
    });
  });
}

/** Whether a mount or swap belongs to the local file systems that the boot waits for. */
function isWaitedFor(unit: ProjectUnit): boolean {
  const section = unit.type === 'mount' ? 'Mount' : 'Swap';
  const [options = '', type = '', what = ''] = ['Options', 'Type', 'What'].map((key) => settingOf(unit, section, key));
  const isOther = /(?:^|,)(?:nofail|noauto|_netdev|x-initrd\.mount)(?:,|$)|%/.test(options);
  const isRemote = networkFilesystems.has(type) || /^[^/]*:|^\/\//.test(what);
  return !isOther && !isRemote && /^\/(?!dev|proc|sys|run)/.test(settingOf(unit, 'Mount', 'Where') ?? '/swap');
}
