// "Did you mean …": the candidate that a misspelt word most likely stands for. Never guesses wildly; no answer is better
// than a silly one.
import { editDistance } from '../../../spec/edit-distance.ts';

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

/** Whether `candidate` begins and ends more like `word`, in letters and case, than `best`: slips happen inside of words. */
function sharesMore(word: string, candidate: string, best: string): boolean {
  return sharedEnds(word, candidate) > sharedEnds(word, best);
}

function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let before = 0;
  while (before < most && a[before] === b[before]) before++;
  let behind = 0;
  while (behind < most - before && a.at(-1 - behind) === b.at(-1 - behind)) behind++;
  return before + behind;
}
