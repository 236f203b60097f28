// From an origin to what a preview says of it.
import type { Origin } from '../diagnostic/origin.ts';

export function madeOf({ location, by }: Origin): { readonly source: Origin['location']; readonly by?: string } {
  return { source: location, ...(by === undefined ? {} : { by }) };
}
