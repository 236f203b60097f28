// The line that ends a run of `check`: how much was checked, what was found, and what was left out.
import type { Diagnostic, Severity } from '../../src/diagnostic/diagnostic.ts';

export interface Counts {
  readonly files: number;
  readonly failures: number;
  readonly diagnostics: readonly Diagnostic[];
  /** By comments in the files. */
  readonly hidden: number;
  /** From the baseline. */
  readonly known: number;
  /** Entries of the baseline that are no more. */
  readonly gone: number;
}

/** `checked 12 files: 3 errors, 1 warning (2 hidden by comments)`. */
export function summaryLine(counts: Counts): string {
  const found = severities
    .map((severity) => number(countOf(counts.diagnostics, severity), severity))
    .filter((text) => text !== '');
  const aside = [
    counts.hidden > 0 ? `${counts.hidden} hidden by comments` : '',
    counts.known > 0 ? `${counts.known} known from the baseline` : '',
    counts.gone > 0 ? `${counts.gone} of the baseline no longer found: write it anew` : '',
  ].filter((text) => text !== '');
  const files = counts.files === 0 ? 'no file' : number(counts.files, 'file');
  const failures = counts.failures > 0 ? `; ${number(counts.failures, 'path')} could not be checked` : '';
  const brackets = aside.length > 0 ? ` (${aside.join(', ')})` : '';
  return `checked ${files}: ${found.join(', ') || 'nothing to report'}${brackets}${failures}`;
}

const severities: readonly Severity[] = ['error', 'warning', 'note'];

export function countOf(diagnostics: readonly Diagnostic[], severity: Severity): number {
  return diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
}

/** `1 file`, `2 files`; nothing for none. */
function number(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`;
}
