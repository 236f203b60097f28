// All units and quadlets of a config, put together from their texts: what refers to what is decided here, not in a language.
import { unitDirectory } from '../../../spec/os-paths.ts';
import { shippedUnits } from '../../../spec/systemd/shipped-units.ts';
import { shippedUserUnits } from '../../../spec/systemd/shipped-user-units.ts';
import type { Config } from '../config.ts';
import { quadletServiceName } from '../embedded/quadlet/service-name.ts';
import type { PlacedText } from '../embedded/texts.ts';
import { unitReferences } from '../embedded/unit-syntax/references.ts';
import { unitFileName } from '../embedded/unit-syntax/unit-file-name.ts';
import type { UnitView } from '../embedded/unit-syntax/view.ts';
import { viewOfText } from '../embedded/unit-syntax/views.ts';
import type { Neighbour } from './neighbour.ts';
import { type ProjectUnit, textsOf } from './project-unit.ts';
import { type Scope, scopeKey, scopeOf } from './scope.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { groupByScope, seenFrom, type UnitSource } from './unit-sources.ts';

export interface Project {
  readonly scope: Scope;
  /** Units that the operating system brings for the manager of this scope. */
  readonly shipped: ReadonlySet<string>;
  /** The one user whose units these are, where it is one, and whether they start at boot without a login. */
  readonly user?: { readonly name: string; readonly lingers: boolean };
  /** By name, those without a text included. */
  readonly units: ReadonlyMap<string, ProjectUnit>;
  readonly quadlets: ReadonlyMap<string, ProjectUnit>;
  /** The quadlet that makes a unit, by the unit's name. */
  readonly generated: ReadonlyMap<string, ProjectUnit>;
  /** Whether the config brings files that are not all known here: directory trees, other configs. What is missing may be there. */
  readonly isOpen: boolean;
  /** The modes of files that the configs write, by path. */
  readonly fileModes: ReadonlyMap<string, number>;
  /** Whether a unit is defined here, made of a quadlet, shipped with the system, or made by systemd itself. */
  isKnown(name: string): boolean;
}

interface Parts {
  own: UnitView | undefined;
  readonly dropins: UnitView[];
  enabled: boolean | undefined;
  isMasked: boolean;
  isInConfig: boolean;
  isElsewhere: boolean;
  isLinked: boolean;
}

/**
 * Puts the texts of a config together, with those of the configs that are merged with it: a project for each manager that reads
 * some of them. Of units that several configs have, the config's own text counts: it is the one that is judged.
 */
export function projectsOf(
  config: Config,
  texts: readonly PlacedText[],
  around: readonly Neighbour[] = [],
): readonly Project[] {
  const all = [...around, { config, texts }];
  const groups = groupByScope(all);
  const surroundings = surroundingsOf(all.map((each) => each.config));
  const judged = new Set(texts.map(({ text }) => groups.get(scopeKey(scopeOf(text.path)))));
  return [...judged].flatMap((group) => (group ? [projectOf(group.scope, seenFrom(group, groups), surroundings)] : []));
}

/** The project of the system's manager alone, be there texts for it or not. */
export function systemProjectOf(
  config: Config,
  texts: readonly PlacedText[],
  around: readonly Neighbour[] = [],
): Project {
  const all = [...around, { config, texts }];
  const scope: Scope = { manager: 'system' };
  const files = groupByScope(all).get(scopeKey(scope))?.files ?? [];
  return projectOf(scope, files, surroundingsOf(all.map((each) => each.config)));
}

function projectOf(scope: Scope, files: readonly UnitSource[], surroundings: Surroundings): Project {
  const units = new Map<string, Parts>();
  const quadlets = new Map<string, Parts>();
  for (const config of surroundings.configs) addDeclared(scope, config, units, quadlets);
  for (const file of files) addFile(file, file.language === 'quadlet' ? quadlets : units);
  const finished = finish(units);
  const finishedQuadlets = finish(quadlets);
  const generated = new Map(
    [...finishedQuadlets.values()].map((unit) => [quadletServiceName(unit.name, unit.own), unit]),
  );
  const shipped = scope.manager === 'user' ? shippedUserUnits : shippedUnits;
  const aliases = aliasesOf([...finished.values(), ...finishedQuadlets.values()]);
  const isKnown = (name: string): boolean => {
    const template = unitFileName(name).template;
    return (
      [name, ...(template === undefined ? [] : [template])].some((each) => {
        const unit = finished.get(each);
        const isThere = unit !== undefined && (unit.own !== undefined || unit.isElsewhere || unit.enabled);
        return isThere || generated.has(each) || shipped.has(each) || aliases.has(each);
      }) || isMadeBySystemd(name)
    );
  };
  const user = scope.home === undefined ? undefined : surroundings.ownerOf(scope.home);
  return {
    scope,
    shipped,
    ...(user === undefined ? {} : { user: { name: user, lingers: surroundings.lingers(user) } }),
    units: finished,
    quadlets: finishedQuadlets,
    generated,
    isKnown,
    fileModes: surroundings.fileModes,
    isOpen: surroundings.isOpen,
  };
}

/** Other names that units get when they are enabled. */
function aliasesOf(units: readonly ProjectUnit[]): ReadonlySet<string> {
  const views = units.flatMap(textsOf);
  const found = views.flatMap(unitReferences).filter(({ relation }) => relation === 'Alias');
  return new Set(found.map(({ name }) => name));
}

/** What the section `systemd` says beside the texts. */
function addDeclared(
  { manager }: Scope,
  { fields: { systemd } }: Config,
  units: Map<string, Parts>,
  quadlets: Map<string, Parts>,
): void {
  for (const { fields } of systemd?.fields.quadlets?.items ?? []) {
    const isSeen = manager === (fields.rootful?.value ? 'system' : 'user');
    if (isSeen) partsOf(quadlets, fields.name?.value ?? '').isInConfig = true;
  }
  if (manager !== 'system') return;
  for (const { fields } of systemd?.fields.units?.items ?? []) {
    const parts = partsOf(units, fields.name?.value ?? '');
    parts.enabled = fields.enabled?.value ?? parts.enabled;
    parts.isMasked = fields.mask?.value ?? parts.isMasked;
    parts.isInConfig = true;
  }
}

function addFile({ path, text }: UnitSource, to: Map<string, Parts>): void {
  const { unit, isDropin } = unitFileName(path);
  if (text === undefined) {
    if (isDropin) return;
    const parts = partsOf(to, unit);
    parts.isElsewhere = true;
    parts.isLinked ||= /\.(?:wants|requires|upholds)\/[^/]+$/.test(path);
    return;
  }
  const parts = partsOf(to, unit);
  const view = viewOfText(text);
  if (isDropin) parts.dropins.push(view);
  else parts.own = view;
}

function partsOf(map: Map<string, Parts>, name: string): Parts {
  const known = map.get(name);
  if (known) return known;
  const parts: Parts = {
    own: undefined,
    dropins: [],
    enabled: undefined,
    isMasked: false,
    isInConfig: false,
    isElsewhere: false,
    isLinked: false,
  };
  map.set(name, parts);
  return parts;
}

function finish(map: ReadonlyMap<string, Parts>): ReadonlyMap<string, ProjectUnit> {
  return new Map(
    [...map].map(([name, parts]) => {
      const { type, template, instance } = unitFileName(`${unitDirectory}/${name}`);
      return [name, { name, type, template, instance, ...parts }];
    }),
  );
}

/** Devices, mounts, swaps and slices appear by themselves, and specifiers are expanded on the machine. */
function isMadeBySystemd(name: string): boolean {
  return /\.(device|mount|automount|swap|slice|scope)$/.test(name) || name.includes('%');
}
