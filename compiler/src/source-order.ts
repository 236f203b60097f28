// The order in which findings are given: that of their places.
import type { Diagnostic } from './diagnostic/diagnostic.ts';

export function bySourceOrder(a: Diagnostic, b: Diagnostic): number {
  const [left, right] = [a.location.range, b.location.range];
  return left.start - right.start || left.end - right.end;
}

/**
 * `found` without what cannot be certain after faults of syntax: only what ends before the first of them is, as later parts
 * may have been read wrongly.
 */
export function certainDespite(problems: readonly Diagnostic[], found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (problems.length === 0) return found;
  const first = problems.reduce(
    (least, { location }) => Math.min(least, location.range.start),
    Number.POSITIVE_INFINITY,
  );
  return found.filter((diagnostic) => diagnostic.location.range.end <= first);
}
