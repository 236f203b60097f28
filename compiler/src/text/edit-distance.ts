// "Did you mean …": the candidate that a misspelt word most likely stands for. Never guesses wildly; no answer is better
// than a silly one.

/** More edits than this are no typing mistake, however long the word; it also keeps the time linear. */
const mostEdits = 6;

/**
 * The candidate nearest to `word`, or undefined when none is near: at most a third of the longer one's characters (and six
 * in all) may be wrong, missing, surplus or swapped with their neighbour. Case costs nothing, but decides between equally
 * near candidates; after that the first one wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const folded = word.toLowerCase();
  let best: string | undefined;
  let leastDistance = mostEdits;
  for (const candidate of candidates) {
    const limit = Math.min(leastDistance, Math.floor(Math.max(word.length, candidate.length) / 3));
    const distance = editDistance(folded, candidate.toLowerCase(), limit);
    if (distance === undefined) continue;
    if (best !== undefined && distance === leastDistance && !sharesMore(word, candidate, best)) continue;
    best = candidate;
    leastDistance = distance;
  }
  return best;
}

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

/** Whether `candidate` has more characters in the very place and case of `word` than `best` has. */
function sharesMore(word: string, candidate: string, best: string): boolean {
  return samePlaces(word, candidate) > samePlaces(word, best);
}

function samePlaces(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] === b[i]) count++;
  return count;
}
