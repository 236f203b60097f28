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

/** Whether `candidate` has more characters in the very place and case of `word` than `best` has. */
function sharesMore(word: string, candidate: string, best: string): boolean {
  return samePlaces(word, candidate) > samePlaces(word, best);
}

function samePlaces(a: string, b: string): number {
  let count = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] === b[i]) count++;
  return count;
}
