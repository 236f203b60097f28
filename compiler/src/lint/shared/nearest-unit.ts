// Which unit may have been meant by a name that no unit has.
import { editDistance } from '../../../../spec/edit-distance.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { Project } from '../project.ts';

/** More is another unit: names of units are long, and those of one program begin alike. */
const mostEdits = 2;

/** The nearest name of the same type that differs by a slip of the pen. */
export function nearestUnit(name: string, candidates: readonly string[]): string | undefined {
  const suffix = name.slice(name.lastIndexOf('.'));
  const same = candidates.filter((each) => each.endsWith(suffix) && Math.abs(each.length - name.length) <= mostEdits);
  const stem = name.slice(0, -suffix.length);
  const meant = nearest(
    stem,
    same.map((each) => each.slice(0, -suffix.length)),
  );
  const isSlip = meant !== undefined && editDistance(stem.toLowerCase(), meant.toLowerCase(), mostEdits) !== undefined;
  return isSlip ? `${meant}${suffix}` : undefined;
}

/** The nearest quadlet of the same kind; its ending does not make a name of one letter resemble another. */
export function nearestQuadlet(name: string, candidates: readonly string[]): string | undefined {
  const suffix = name.slice(name.lastIndexOf('.'));
  const stems = candidates.filter((each) => each.endsWith(suffix)).map((each) => each.slice(0, -suffix.length));
  const meant = nearest(name.slice(0, -suffix.length), stems);
  return meant === undefined ? undefined : `${meant}${suffix}`;
}

/** The service of a quadlet whose own name was written instead: `db.service` where `db.volume` makes `db-volume.service`. */
export function generatedUnit(name: string, { generated }: Project): string | undefined {
  const stem = name.endsWith('.service') ? name.slice(0, -'.service'.length) : undefined;
  const found = [...generated].find(([, quadlet]) => quadlet.name.slice(0, quadlet.name.lastIndexOf('.')) === stem);
  return found?.[0];
}
