// What is not known because it could not be read. A value of a wrong kind is absent from the tree and has a diagnostic of its
// own; a check that would take it for absent, or count without it, asks here first.
import type { OutList, OutNode, OutObject } from '../../output/nodes.ts';

/** Whether something that could not be read stands at one of these members. */
export function isDamaged(object: OutObject, ...members: readonly string[]): boolean {
  return members.some((member) => object.origin.at(member).damaged === true);
}

/** Whether items of the list could not be read, so that neither their number nor the absence of one means anything. */
export function hasDamagedItems(list: OutList<OutNode> | undefined): boolean {
  if (list === undefined) return false;
  // Of one place more than there are items, one at least is damaged if any is.
  return Array.from({ length: list.items.length + 1 }).some((_, index) => list.origin.at(index).damaged === true);
}
