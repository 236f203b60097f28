// The distance of two words by slips of the pen. Here because suggestions for specs need it too.

/**
 * How many insertions, deletions, replacements and swaps of neighbours turn `a` into `b` (Damerau-Levenshtein without
 * edits inside a swapped pair), or undefined when more than `limit`. Time: length × limit.
 */
export function editDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  const width = b.length + 1;
  // Row r, column c: the distance of the first r characters of `a` from the first c of `b`. Only the columns within `limit`
  // of the diagonal can matter; the others count as too far.
  let [beforePrevious, previous, current] = [farRow(width), farRow(width), farRow(width)];
  for (let column = 0; column <= Math.min(limit, b.length); column++) previous[column] = column;
  for (let row = 1; row <= a.length; row++) {
    const from = Math.max(1, row - limit);
    const to = Math.min(b.length, row + limit);
    current[from - 1] = from === 1 ? row : Number.POSITIVE_INFINITY;
    for (let column = from; column <= to; column++) {
      const replacing = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(at(previous, column) + 1, at(current, column - 1) + 1, replacing);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, at(beforePrevious, column - 2) + 1);
      current[column] = cost;
    }
    if (to < b.length) current[to + 1] = Number.POSITIVE_INFINITY;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  const distance = at(previous, b.length);
  return distance <= limit ? distance : undefined;
}

function farRow(width: number): number[] {
  return new Array<number>(width).fill(Number.POSITIVE_INFINITY);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
