// Where the things of a preview come from.
import type { Origin } from '../diagnostic/origin.ts';
import type { Location } from '../text/range.ts';

/** Where something was written, and which sugar made it of that. */
export interface Made {
  readonly source: Location;
  readonly by?: string;
}

export function madeOf({ location, by }: Origin): Made {
  return { source: location, ...(by === undefined ? {} : { by }) };
}
