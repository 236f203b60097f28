// Quadlets that would be in each other's way, as far as they can run at the same time.
import { splitWords } from '../../embedded/unit-syntax/values/split.ts';
import type { Project } from '../project.ts';
import { listOf, type ProjectUnit, textsOf } from '../project-unit.ts';

/** The quadlets that are there to be judged: with a text that can be read, and no templates, whose instances may differ. */
export function wholeQuadlets(project: Project): readonly ProjectUnit[] {
  return [...project.quadlets.values()].filter(
    ({ own, template, isMasked }) =>
      own !== undefined && template === undefined && !isMasked && !own.isTooLarge && own.tree.errors.length === 0,
  );
}

/** Whether one of two says that they never run together; it may name the quadlet, or the service that is made of it. */
export function excludeEachOther(one: ProjectUnit, other: ProjectUnit, project: Project): boolean {
  return excludes(one, other, project) || excludes(other, one, project);
}

function excludes(one: ProjectUnit, other: ProjectUnit, { generated }: Project): boolean {
  // As it is written: names of quadlets are none of systemd's.
  const values = textsOf(one).flatMap((view) => view.all('Unit', 'Conflicts').map(({ value }) => value.text));
  const named = values.flatMap((value) => splitWords(value, { escapes: 'keep' }).words.map(({ text }) => text));
  return named.some((name) => name === other.name || generated.get(name) === other);
}

/** Whether `[Install]` has it started with something else. */
export function isInstalled(unit: ProjectUnit): boolean {
  return ['WantedBy', 'RequiredBy', 'UpheldBy'].some((key) => listOf(unit, 'Install', key).length > 0);
}
