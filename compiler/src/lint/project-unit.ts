// One unit of a project: its own text and its drop-ins, as systemd puts them together. Empty values forget what stands before
// them, in whichever file that is.
import { directivesOf } from '../../../spec/systemd/sections.ts';
import type { Assignment } from '../embedded/unit-syntax/tree.ts';
import { readValue } from '../embedded/unit-syntax/values/index.ts';
import type { UnitView } from '../embedded/unit-syntax/view.ts';
import type { UnitPlace } from './rule.ts';

export interface PlacedAssignment {
  readonly view: UnitView;
  readonly assignment: Assignment;
}

/** A unit with what the config says about it. */
export interface ProjectUnit {
  readonly name: string;
  /** `service`; for a quadlet `container` and so on. */
  readonly type: string;
  readonly template: string | undefined;
  /** Empty for a template. */
  readonly instance: string | undefined;
  /** Absent when the config only has drop-ins for it, or says that it is enabled. */
  readonly own: UnitView | undefined;
  readonly dropins: readonly UnitView[];
  readonly enabled: boolean | undefined;
  readonly isMasked: boolean;
  /** Where the config names it, for findings about a unit that has no text; ranges are those of the config. */
  readonly isInConfig: boolean;
  /** A file or link of the config that is not a text that can be read here. */
  readonly isElsewhere: boolean;
  /** A link in the directory of wants of another unit enables it. */
  readonly isLinked: boolean;
}

/** All texts of a unit in the order in which they are read. */
export function textsOf(unit: ProjectUnit): readonly UnitView[] {
  return [...(unit.own ? [unit.own] : []), ...unit.dropins];
}

/** The values of a list over all texts of a unit, without those that systemd ignores as it cannot read them. */
export function listOf(unit: ProjectUnit, section: string, key: string): readonly PlacedAssignment[] {
  const all = usable(unit, section, key);
  const reset = all.findLastIndex(({ assignment }) => assignment.value.text === '');
  return all.slice(reset + 1);
}

/** The value that counts in the end; undefined when there is none, or an empty one. */
export function lastOf(unit: ProjectUnit, section: string, key: string): PlacedAssignment | undefined {
  const last = usable(unit, section, key).at(-1);
  return last === undefined || last.assignment.value.text === '' ? undefined : last;
}

/** The last one that is written, whether systemd can read it or not; for programs that read it before systemd does. */
export function writtenOf(unit: ProjectUnit, section: string, key: string): PlacedAssignment | undefined {
  return textsOf(unit)
    .flatMap((view) => view.all(section, key).map((assignment) => ({ view, assignment })))
    .at(-1);
}

function usable(unit: ProjectUnit, section: string, key: string): readonly PlacedAssignment[] {
  const directive = directivesOf(section).get(key);
  return textsOf(unit).flatMap((view) =>
    view.all(section, key).flatMap((assignment) => {
      const { text } = assignment.value;
      const fault = directive !== undefined && text !== '' ? readValue(text, key, directive) : undefined;
      // A value for which systemd refuses the unit was meant to be there: to say that it is missing would mislead.
      const isIgnored = fault !== undefined && !fault.isTaken && !fault.isFatal;
      return isIgnored ? [] : [{ view, assignment }];
    }),
  );
}

export function settingOf(unit: ProjectUnit, section: string, key: string): string | undefined {
  return lastOf(unit, section, key)?.assignment.value.text;
}

/** The place of a value, or of the whole assignment when it is empty. */
export function placeOf({ view, assignment }: PlacedAssignment): UnitPlace {
  const { value, range } = assignment;
  return { view, range: value.text === '' ? range : value.range };
}

/** Where to say that something is missing in a section: its header, or the start of the text. */
export function sectionPlace(unit: ProjectUnit, section: string): UnitPlace | undefined {
  for (const view of textsOf(unit)) {
    const header = view.sections(section)[0]?.headerRange;
    if (header) return { view, range: header };
  }
  const view = unit.own ?? unit.dropins[0];
  return view && { view, range: firstLine(view) };
}

function firstLine({ tree }: UnitView): { readonly start: number; readonly end: number } {
  const start = Math.max(0, tree.text.search(/\S/));
  const end = tree.text.slice(start).search(/[\r\n]|$/);
  return { start, end: start + end };
}
