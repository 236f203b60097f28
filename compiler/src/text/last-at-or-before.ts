// Where an offset belongs among ascending starts: of lines, of printed values.

/** The last index whose value is at most `offset`, -1 when there is none; `starts` ascends. */
export function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = -1;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
