// All units and quadlets of a config, put together from their texts: what refers to what is decided here, not in a language.
import { quadletDirectories, unitDirectory } from '../../../spec/os-paths.ts';
import { shippedUnits } from '../../../spec/systemd/shipped-units.ts';
import type { Config } from '../config.ts';
import { quadletServiceName } from '../embedded/quadlet/service-name.ts';
import type { PlacedText } from '../embedded/texts.ts';
import { unitFileName } from '../embedded/unit-syntax/unit-file-name.ts';
import type { UnitView } from '../embedded/unit-syntax/view.ts';
import { viewOfText } from '../embedded/unit-syntax/views.ts';
import { isOpen, plainPaths } from './config-parts.ts';
import type { Neighbour } from './neighbour.ts';
import type { ProjectUnit } from './project-unit.ts';

export interface Project {
  /** By name, those without a text included. */
  readonly units: ReadonlyMap<string, ProjectUnit>;
  readonly quadlets: ReadonlyMap<string, ProjectUnit>;
  /** The quadlet that makes a unit, by the unit's name. */
  readonly generated: ReadonlyMap<string, ProjectUnit>;
  /** Whether the config brings files that are not all known here: directory trees, other configs. What is missing may be there. */
  readonly isOpen: boolean;
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
}

/**
 * Puts the texts of a config together, with those of the configs that are merged with it. Of units that several of them have,
 * the config's own text counts: it is the one that is judged.
 */
export function projectOf(config: Config, texts: readonly PlacedText[], around: readonly Neighbour[] = []): Project {
  const units = new Map<string, Parts>();
  const quadlets = new Map<string, Parts>();
  const all = [...around, { config, texts }];
  for (const each of all) addParts(each, units, quadlets);
  const finished = finish(units);
  const finishedQuadlets = finish(quadlets);
  const generated = new Map(
    [...finishedQuadlets.values()].map((unit) => [quadletServiceName(unit.name, unit.own), unit]),
  );
  const isKnown = (name: string): boolean => {
    const template = unitFileName(name).template;
    return (
      [name, ...(template === undefined ? [] : [template])].some((each) => {
        const unit = finished.get(each);
        const isThere = unit !== undefined && (unit.own !== undefined || unit.isElsewhere || unit.enabled);
        return isThere || generated.has(each) || shippedUnits.has(each);
      }) || isMadeBySystemd(name)
    );
  };
  return {
    units: finished,
    quadlets: finishedQuadlets,
    generated,
    isKnown,
    isOpen: all.some((each) => isOpen(each.config)),
  };
}

function addParts({ config, texts }: Neighbour, units: Map<string, Parts>, quadlets: Map<string, Parts>): void {
  for (const { fields } of config.fields.systemd?.fields.units?.items ?? []) {
    const parts = partsOf(units, fields.name?.value ?? '');
    parts.enabled = fields.enabled?.value ?? parts.enabled;
    parts.isMasked = fields.mask?.value ?? parts.isMasked;
    parts.isInConfig = true;
  }
  for (const { fields } of config.fields.systemd?.fields.quadlets?.items ?? []) {
    partsOf(quadlets, fields.name?.value ?? '').isInConfig = true;
  }
  for (const path of plainPaths(config)) {
    const { unit, isDropin } = unitFileName(path);
    if (!isDropin)
      partsOf(path.startsWith(`${quadletDirectories.rootful}/`) ? quadlets : units, unit).isElsewhere = true;
  }
  for (const { language, text } of texts) {
    const { unit, isDropin } = unitFileName(text.path);
    const parts = partsOf(language.name === 'quadlet' ? quadlets : units, unit);
    const view = viewOfText(text);
    if (isDropin) parts.dropins.push(view);
    else parts.own = view;
  }
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
