// What an upgrade has to say about a place.
import type { SourceRange } from '../text/range.ts';

/** Something to know about an upgrade, with its place in the text that `document` names. */
export interface UpgradeRemark {
  readonly message: string;
  readonly range: SourceRange;
}
