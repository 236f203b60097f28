// Override comments that override nothing. A fragment may take part in several merges, and its comments are about all of them: what
// wins in one of them is of use. Only whole merges count, as nobody knows what a missing fragment says.
import unusedOverride from '../diagnostic/codes/unused-override.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Location } from '../text/range.ts';
import { isRefused } from './fragment.ts';
import { type OverrideComment, overrideComments } from './override-comments.ts';
import type { RaisedFragment } from './raise.ts';

/** What a comment has come to in one merge. */
export interface OverrideUse {
  readonly comment: OverrideComment;
  readonly location: Location;
  /**
   * `used`: another fragment contradicts its entry, or nobody can tell. `idle`: none does. `alone`: there is none, so that nothing
   * is merged.
   */
  readonly state: 'used' | 'idle' | 'alone';
}

/**
 * What the comments of merged fragments have come to.
 * @param used those at something that another fragment contradicts
 * @param count how many fragments there are, with those that could not be read
 */
export function overrideUses(
  fragments: readonly RaisedFragment[],
  used: ReadonlySet<OverrideComment>,
  count: number,
): readonly OverrideUse[] {
  const canTell = fragments.length === count && !fragments.some(({ fragment }) => isRefused(fragment));
  const documents = new Set(fragments.map(({ fragment }) => fragment.document));
  return [...documents].flatMap((document) =>
    overrideComments(document).map((comment) => {
      const location = { uri: document.uri, range: comment.range };
      return { comment, location, state: count < 2 ? 'alone' : canTell && !used.has(comment) ? 'idle' : 'used' };
    }),
  );
}

/** The comments that are idle in all merges in which they take part. `isWhole`: no fragment of the merge is missing. */
export function unusedOverrides(
  merges: readonly { readonly overrides?: readonly OverrideUse[]; readonly isWhole: boolean }[],
): readonly Diagnostic[] {
  const idle = new Map<string, OverrideUse>();
  const busy = new Set<string>();
  for (const { overrides = [], isWhole } of merges) {
    for (const use of overrides) {
      const key = `${use.location.range.start} ${use.location.uri}`;
      if (!isWhole || use.state === 'used') busy.add(key);
      else if (use.state === 'idle') idle.set(key, use);
    }
  }
  return [...idle].filter(([key]) => !busy.has(key)).map(([, use]) => finding(use));
}

function finding({ comment, location }: OverrideUse): Diagnostic {
  const message =
    comment.entry === undefined
      ? 'no entry begins here that could override anything; write the comment on the line where an entry begins, or alone on the line above'
      : 'this overrides nothing: no other fragment contradicts the entry; remove the comment, or move it to the entry that is to win';
  return report(unusedOverride, { location, path: [] }, message);
}
