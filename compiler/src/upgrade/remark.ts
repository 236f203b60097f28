// What an upgrade has to say about a place.
import { rangeBefore, type TextEdit } from '../text/edit.ts';
import type { SourceRange } from '../text/range.ts';

/** Something to know about an upgrade, with its place in the text that `document` names. */
export interface UpgradeRemark {
  readonly message: string;
  readonly range: SourceRange;
}

/** Remarks about a text that was never written, at the places of the text that the user has. `steps`: how the one became the other. */
export function placedBefore(
  remarks: readonly UpgradeRemark[],
  steps: readonly (readonly TextEdit[])[],
): readonly UpgradeRemark[] {
  return remarks.map((remark) => ({ ...remark, range: steps.reduceRight(rangeBefore, remark.range) }));
}
