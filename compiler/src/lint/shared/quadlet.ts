// What the rules about quadlets share: the assignments in Podman's sections, and rules about the form of a value.
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { directivesOf } from '../../../../spec/systemd/sections.ts';
import type { DiagnosticDefinition } from '../../diagnostic/definition.ts';
import { commentBehind } from '../../embedded/quadlet/comments.ts';
import type { Assignment } from '../../embedded/unit-syntax/tree.ts';
import type { ValueReader } from '../../embedded/unit-syntax/values/fault.ts';
import type { UnitView } from '../../embedded/unit-syntax/view.ts';
import type { SourceRange } from '../../text/range.ts';
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

export interface OwnValue {
  readonly section: string;
  readonly key: string;
  /** Without the quotes around the whole of it. */
  readonly text: string;
  /** Where a part of `text` is written. */
  rangeOf(start: number, end: number): SourceRange;
}

/** Keys whose values keep the quotes that are written around them: Podman sees them, or they hold words together. */
const keepsQuotes: ReadonlySet<string> = new Set(
  'AddCapability DropCapability Mount Network Secret Sysctl Tmpfs Volume'.split(' '),
);

/**
 * The values that a rule about forms may judge. Those with a comment behind them are left to the rule about comments, empty
 * ones forget what stands before them.
 */
export function ownValues(view: UnitView): readonly OwnValue[] {
  return ownAssignments(view).flatMap(({ section, assignment: { key, value } }) => {
    if (value.text === '' || commentBehind(section, key, value.text) !== undefined) return [];
    const inner = keepsQuotes.has(key) ? undefined : /^"([^"]*)"$/.exec(value.text)?.[1];
    const shift = inner === undefined ? 0 : 1;
    return [
      {
        section,
        key,
        text: inner ?? value.text,
        rangeOf: (start: number, end: number) => value.rangeOf(start + shift, end + shift),
      },
    ];
  });
}

/** A rule about the form of the values of some keys, `Key` or `Section.Key`. */
export function quadletValueRule(
  definition: DiagnosticDefinition & { readonly keys: readonly string[]; readonly read: ValueReader },
): TextRule {
  const { keys, read, ...page } = definition;
  return quadletReadersRule({ ...page, readers: Object.fromEntries(keys.map((key) => [key, read])) });
}

/** The same where keys have readers of their own. */
export function quadletReadersRule(
  definition: DiagnosticDefinition & { readonly readers: { readonly [key: string]: ValueReader } },
): TextRule {
  const { readers, ...page } = definition;
  const known = new Map(Object.entries(readers));
  return textRule({
    ...page,
    of: ['quadlet'],
    check(view, context) {
      for (const { section, key, text, rangeOf } of ownValues(view)) {
        // Builds have secrets of another form.
        const isOther = section === 'Build' && key === 'Secret';
        const read = isOther ? undefined : (known.get(`${section}.${key}`) ?? known.get(key));
        const fault = text === '' ? undefined : read?.(text);
        if (fault) context.report(rangeOf(fault.start, fault.end), `\`${key}=\`: ${fault.message}`);
      }
    },
  });
}
