// A finding as the real programs and Kindling can be compared by it: the line, and what kind of fault it is.

export type FindingKind = 'syntax' | 'unknown-section' | 'unknown-directive' | 'value' | 'obsolete' | 'unit';

export interface ComparableFinding {
  /** From 1; 0 for the unit as a whole. */
  readonly line: number;
  readonly kind: FindingKind;
  readonly message: string;
}

/** What two findings are compared by. */
export function keyOf({ line, kind }: ComparableFinding): string {
  return kind === 'unit' ? 'unit' : `${line} ${kind}`;
}
