// What a project says beyond its single files: contradictions between the fragments of a target. A finding with several places is
// told at each of them. Reads no files.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Fragment } from '../project/fragment.ts';
import { mergeFreely } from '../project/merge-freely.ts';
import type { Merged } from '../project/merged.ts';
import type { Target } from '../project/project.ts';

/**
 * A target's fragments as one config. `winners`: those that are meant to win over others; `titleOf`: what people call a file, whose
 * name is a URI here.
 */
export function mergeTarget(
  fragments: readonly Fragment[],
  winners: ReadonlySet<Fragment>,
  titleOf: (name: string) => string,
): Merged {
  return mergeFreely(fragments, {
    isOverride: (fragment) => winners.has(fragment),
    titleOf: ({ name }) => titleOf(name),
  });
}

/** What the merge of a target's fragments finds that no fragment says of itself. */
export function mergeFindings(fragments: readonly Fragment[], { diagnostics }: Merged): readonly Diagnostic[] {
  const own = new Set(fragments.flatMap((fragment) => fragment.diagnostics));
  // What is wrong with an include shows up only where included configs are read as configs.
  const aboutIncludes = [...own].filter(({ code }) => code.startsWith('include-'));
  return [...aboutIncludes, ...diagnostics.filter((diagnostic) => !own.has(diagnostic))];
}

/** Findings of a merge, told at every place that contributes to them. */
export function toldEverywhere(findings: readonly Diagnostic[], target: Target): readonly Diagnostic[] {
  return findings.flatMap((finding) => {
    if (finding.code.startsWith('include-')) return [finding];
    const named = { ...finding, message: `${finding.message} (target \`${target.name}\`)` };
    return [named, ...mirrored(named)];
  });
}

/** The same finding at its other places in other files, each pointing back. */
function mirrored(diagnostic: Diagnostic): readonly Diagnostic[] {
  const { location, notes = [] } = diagnostic;
  return notes.flatMap((note) => {
    const at = note.location;
    if (at === undefined || at.uri === location.uri) return [];
    const others = notes.filter((other) => other !== note);
    return [{ ...diagnostic, location: at, notes: [{ message: 'the other place is here', location }, ...others] }];
  });
}

/** Lints about what is not in a config: of a fragment it may be in another one. */
export const lintsOfWholes: ReadonlySet<string> = new Set([
  'unit-dropin-without-unit',
  'unit-reference-unknown',
  'unit-trigger-missing',
  'unit-timer-without-service',
  'quadlet-reference-missing',
  'quadlet-template-missing',
]);
