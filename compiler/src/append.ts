// Adds the items of one list to another. `list.push(...items)` hands each item over on the stack, which ends at some hundred
// thousand of them with a RangeError: what a user writes may be longer.

/** Puts `items` behind what `list` has. */
export function append<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
