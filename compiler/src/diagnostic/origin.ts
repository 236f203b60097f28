// Where a value comes from. Every value of a config carries its origin by reference, so that no table from outputs to
// sources has to be kept in step.
import type { Location } from '../text/range.ts';
import type { DiagnosticPlace } from './definition.ts';
import type { Path, PathStep } from './diagnostic.ts';

export interface Origin {
  /** The place in the source that made the value. */
  readonly location: Location;
  /** The same place as a path of the source document. */
  readonly path: Path;
  /** What made the value of it, when it was not written as such: the name of a sugar (`with_mount_unit`). */
  readonly by?: string;
  /**
   * The place of a member below this value. Members that the source lacks are reported with their path, at the deepest
   * node of that path which is there; so a missing `path` points at its list item.
   */
  at(...steps: readonly PathStep[]): DiagnosticPlace;
}

/** The origin of something that the sugar named `by` makes of the value of `origin`: all of it points there. */
export function madeBy(by: string, origin: Origin): Origin {
  return new SugarOrigin(by, origin);
}

class SugarOrigin implements Origin {
  readonly by: string;
  readonly #source: Origin;

  constructor(by: string, source: Origin) {
    this.by = by;
    this.#source = source;
  }

  get location(): Location {
    return this.#source.location;
  }

  get path(): Path {
    return this.#source.path;
  }

  at(): DiagnosticPlace {
    return { location: this.location, path: this.path };
  }
}
