// Many ranges that do not overlap, in order: which of them is where, without a search through all.
import type { SourceRange } from './range.ts';

/** The index of the first item that ends behind `offset`; the number of items when none does. */
export function firstBehind<Item extends { readonly range: SourceRange }>(
  items: readonly Item[],
  offset: number,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.range.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
