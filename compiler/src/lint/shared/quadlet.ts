// What the rules about quadlets share: the assignments in Podman's sections, and rules about the form of a value.
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { directivesOf } from '../../../../spec/systemd/sections.ts';
import type { DiagnosticDefinition } from '../../diagnostic/definition.ts';
import type { Assignment } from '../../embedded/unit-syntax/tree.ts';
import type { ValueReader } from '../../embedded/unit-syntax/values/fault.ts';
import type { UnitView } from '../../embedded/unit-syntax/view.ts';
import { type TextRule, textRule } from '../rule.ts';

export interface OwnAssignment {
  readonly section: string;
  readonly assignment: Assignment;
}

/** What stands in the section of the quadlet's kind and in `[Quadlet]`. */
export function ownAssignments(view: UnitView): readonly OwnAssignment[] {
  const own = quadletKinds[view.file.type]?.section;
  return view.tree.sections.flatMap(({ name, assignments }) =>
    name === own || name === 'Quadlet' ? assignments.map((assignment) => ({ section: name, assignment })) : [],
  );
}

/** The section of systemd that has a directive; `[Service]` before the others. */
export function systemdHome(key: string): string | undefined {
  return ['Service', 'Unit', 'Install'].find((section) => directivesOf(section).has(key));
}

/** A rule about the form of the values of some keys. */
export function quadletValueRule(
  definition: DiagnosticDefinition & { readonly keys: readonly string[]; readonly read: ValueReader },
): TextRule {
  const { keys, read, ...page } = definition;
  return textRule({
    ...page,
    of: ['quadlet'],
    check(view, context) {
      for (const { section, assignment } of ownAssignments(view)) {
        const { key, value } = assignment;
        // Builds have secrets of another form.
        const isOther = section === 'Build' && key === 'Secret';
        if (!keys.includes(key) || value.text === '' || isOther) continue;
        const fault = read(value.text);
        if (fault) context.report(value.rangeOf(fault.start, fault.end), `\`${key}=\`: ${fault.message}`);
      }
    },
  });
}
