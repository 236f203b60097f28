// Runs the rules about units with their drop-ins, and about all units together.
import type { Config } from '../config.ts';
import type { InnerFinding, Releases } from '../embedded/language.ts';
import type { PlacedText } from '../embedded/texts.ts';
import type { UnitView } from '../embedded/unit-syntax/view.ts';
import { viewOfText } from '../embedded/unit-syntax/views.ts';
import type { Neighbour } from './neighbour.ts';
import { type Project, projectsOf } from './project.ts';
import type { ProjectUnit } from './project-unit.ts';
import { definitionOf, type Rule, type UnitContext } from './rule.ts';
import { all as rules } from './rules/index.gen.ts';
import { scopeKey, scopeOf } from './scope.ts';

export interface PlacedFinding {
  readonly placed: PlacedText;
  readonly finding: InnerFinding;
}

/**
 * The findings in the texts of a config. `around`: for each machine that the config is for, the other configs that are merged
 * with it there. What holds for some of the machines only is not said: the config is right for the others.
 */
export function runProjectRules(
  config: Config,
  texts: readonly PlacedText[],
  releases: Releases,
  around: readonly (readonly Neighbour[])[] = [],
): readonly PlacedFinding[] {
  const places = new Map(texts.map((placed) => [viewOfText(placed.text), placed]));
  const runs = (around.length === 0 ? [[]] : around).map((neighbours) =>
    projectsOf(config, texts, neighbours).flatMap((project) =>
      runOnProject(project, releases).flatMap(({ view, finding }) => {
        const placed = places.get(view);
        // What a project only sees is judged in its own.
        return placed && scopeKey(scopeOf(placed.text.path)) === scopeKey(project.scope) ? [{ placed, finding }] : [];
      }),
    ),
  );
  const [first = [], ...others] = runs;
  const indexes = new Map(texts.map((placed, index) => [placed, index]));
  const known = others.map((found) => new Set(found.map((each) => keyOf(each, indexes))));
  return first.filter((each) => known.every((keys) => keys.has(keyOf(each, indexes))));
}

/** The same finding for several machines; its words may differ, as they name what is there. */
function keyOf({ placed, finding }: PlacedFinding, indexes: ReadonlyMap<PlacedText, number>): string {
  const { definition, range } = finding;
  return `${definition.code} ${indexes.get(placed)} ${range.start} ${range.end}`;
}

/** The findings in a project, each with the view of the text that it is in. */
export function runOnProject(
  project: Project,
  releases: Releases,
): readonly { readonly view: UnitView; readonly finding: InnerFinding }[] {
  const found: { view: UnitView; finding: InnerFinding }[] = [];
  const contextOf = (rule: Rule): UnitContext => {
    const definition = definitionOf(rule);
    return {
      releases,
      report: ({ view, range }, message, extras = {}) => {
        found.push({ view, finding: { definition, range, message, ...extras } });
      },
    };
  };
  for (const rule of rules as readonly Rule[]) {
    if (rule.kind === 'project') rule.check(project, contextOf(rule));
    if (rule.kind !== 'unit') continue;
    const context = contextOf(rule);
    for (const language of rule.of) {
      const units = language === 'quadlet' ? project.quadlets : project.units;
      for (const unit of units.values()) if (isWhole(unit)) rule.check(unit, context);
    }
  }
  return found;
}

/** Whether all of a unit is there to be judged: drop-ins alone are only a part, and an empty text masks the unit. */
function isWhole({ own, isMasked }: ProjectUnit): boolean {
  return (
    own !== undefined && !isMasked && !own.isTooLarge && own.tree.text.trim() !== '' && own.tree.errors.length === 0
  );
}
