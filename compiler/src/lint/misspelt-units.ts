// Units of a config that have no text: they are to be enabled or masked, and the system has to bring them. A name that is
// nearly that of a unit that the system ships is a slip. There is no text that a rule could look into, so it is said here.
import { shippedUnits } from '../../../spec/systemd/shipped-units.ts';
import type { Config, Unit } from '../config.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { PlacedText } from '../embedded/texts.ts';
import { isUnitName } from '../embedded/unit-syntax/values/names.ts';
import type { Neighbour } from './neighbour.ts';
import { type Project, systemProjectOf } from './project.ts';
import { definitionOf } from './rule.ts';
import unitReferenceUnknown from './rules/unit-reference-unknown.ts';
import { nearestUnit } from './shared/nearest-unit.ts';
import { quote, replacing } from './shared/suggest.ts';

/** A template itself is never enabled. */
const candidates: readonly string[] = [...shippedUnits].filter((name) => !name.includes('@'));

/** `around`: for each machine that the config is for, the configs that are merged with it there. */
export function misspeltUnits(
  config: Config,
  texts: readonly PlacedText[],
  around: readonly (readonly Neighbour[])[],
): readonly Diagnostic[] {
  const bare = (config.fields.systemd?.fields.units?.items ?? []).filter(isBare);
  if (bare.length === 0) return [];
  const projects = (around.length === 0 ? [[]] : around).map((neighbours) =>
    systemProjectOf(config, texts, neighbours),
  );
  return bare.flatMap(({ fields: { name } }) => {
    if (name === undefined || !isUnitName(name.value) || projects.some((each) => isThere(each, name.value))) return [];
    const meant = nearestUnit(name.value, candidates);
    if (meant === undefined) return [];
    const message = `${quote(name.value)} has no text here and is not known from the system; did you mean \`${meant}\`?`;
    return [
      report(definitionOf(unitReferenceUnknown), name.origin.at(), message, {
        severity: 'note',
        ...replacing(name.value, meant),
      }),
    ];
  });
}

function isBare({ fields }: Unit): boolean {
  const { contents, contents_local: local, dropins, enabled, mask } = fields;
  const isAsked = enabled !== undefined || mask?.value === true;
  return isAsked && contents === undefined && local === undefined && (dropins?.items.length ?? 0) === 0;
}

/** Whether a machine has the unit, as far as anybody can tell: from this config, from another one, or from the system. */
function isThere({ units, generated, isOpen }: Project, name: string): boolean {
  const unit = units.get(name);
  const template = unit?.template === undefined ? undefined : units.get(unit.template);
  const isDefined = [unit, template].some((each) => each?.own !== undefined || each?.isElsewhere);
  const isShipped = [name, unit?.template ?? name].some((each) => shippedUnits.has(each));
  return isOpen || isDefined || isShipped || generated.has(name) || unit?.instance !== undefined;
}
