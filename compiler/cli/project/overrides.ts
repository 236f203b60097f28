// What is overridden as somebody has declared it is no news to people: it is counted, and shown in full only when they ask for it.
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts';
import { isSettled } from '../../src/diagnostic/settled.ts';
import type { ReportFlags } from './report.ts';

export interface OverrideFlags extends ReportFlags {
  readonly overrides?: boolean;
}

/** The findings that a report shows. Those for programs have all of them. */
export function shownFindings(diagnostics: readonly Diagnostic[], flags: OverrideFlags): readonly Diagnostic[] {
  return flags.overrides || !isForPeople(flags) ? diagnostics : diagnostics.filter((each) => !isSettled(each));
}

/** `2 values overridden as declared (--overrides shows them)`; empty when there is none, or they are shown. */
export function overridesLine(diagnostics: readonly Diagnostic[], flags: OverrideFlags): string {
  const count = diagnostics.length - shownFindings(diagnostics, flags).length;
  return count === 0
    ? ''
    : `${count} ${count === 1 ? 'value' : 'values'} overridden as declared (--overrides shows them)`;
}

export function isForPeople({ format }: ReportFlags): boolean {
  return format === 'pretty' || format === 'plain';
}
