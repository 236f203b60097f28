// The fixes of a finding: what editors offer in a menu and `check --fix` applies.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { sortEdits, type TextEdit } from '../text/edit.ts';
import type { Fix, FixContext } from './fix.ts';
import { all } from './fixes/index.gen.ts';

const byCode = new Map(all.map((definition) => [definition.code, definition]));

/** The fixes for a finding in this version of a document, the preferred one first; none when none is known. */
export function fixesFor(diagnostic: Diagnostic, document: Document, context: FixContext = {}): readonly Fix[] {
  const { location } = diagnostic;
  if (location.uri !== document.uri || location.range.end > document.text.length) return [];
  const fixes = byCode.get(diagnostic.code)?.fixes({ diagnostic, document, context }) ?? [];
  return fixes.filter(({ edits }) => edits.length > 0 && !getInTheWay(edits));
}

/** Edits of one fix that touch the same text: what it wants cannot be done here. */
function getInTheWay(edits: readonly TextEdit[]): boolean {
  const sorted = sortEdits(edits);
  return sorted.some((edit, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.range.start < edit.range.end;
  });
}
