// What a project says beyond its single files: contradictions between the fragments of a target, patterns that match nothing. A
// finding with several places is told at each of them. Reads no files.
import projectFragmentMissing from '../diagnostic/codes/project-fragment-missing.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Fragment } from '../project/fragment.ts';
import { mergeFreely } from '../project/merge-freely.ts';
import type { Merged } from '../project/merged.ts';
import type { Pattern, Target } from '../project/project.ts';

/** A fragment's files, as a pattern of a target finds them. */
export type Expand = (pattern: Pattern) => readonly string[];

export interface TargetFiles {
  readonly target: Target;
  /** URIs of the fragments. */
  readonly fragments: readonly string[];
  readonly overriding: ReadonlySet<string>;
  readonly missing: readonly Diagnostic[];
}

/** The files of a target. */
export function targetFiles(target: Target, expand: Expand): TargetFiles {
  const missing: Diagnostic[] = [];
  const all = (patterns: readonly Pattern[]): readonly string[] =>
    patterns.flatMap((pattern) => {
      const found = expand(pattern);
      if (found.length === 0) {
        missing.push(report(projectFragmentMissing, pattern.place, `no file matches \`${pattern.text}\``));
      }
      return found;
    });
  const fragments = [...new Set(all(target.fragments))];
  return { target, fragments, overriding: new Set(all(target.override)), missing };
}

/** A target's fragments as one config. `winners`: those that are meant to win over others. */
export function mergeTarget(fragments: readonly Fragment[], winners: ReadonlySet<Fragment>): Merged {
  return mergeFreely(fragments, { isOverride: (fragment) => winners.has(fragment) });
}

/** What the merge of a target's fragments finds, told at every place that contributes to it. */
export function mergeFindings(
  { target }: TargetFiles,
  fragments: readonly Fragment[],
  { diagnostics }: Merged,
): readonly Diagnostic[] {
  const own = new Set(fragments.flatMap((fragment) => fragment.diagnostics));
  // What is wrong with an include shows up only where included configs are read as configs.
  const aboutIncludes = [...own].filter(({ code }) => code.startsWith('include-'));
  const about = diagnostics
    .filter((diagnostic) => !own.has(diagnostic))
    .map((diagnostic) => ({ ...diagnostic, message: `${diagnostic.message} (target \`${target.name}\`)` }))
    .flatMap((diagnostic) => [diagnostic, ...mirrored(diagnostic)]);
  return [...aboutIncludes, ...about];
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
