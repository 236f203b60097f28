// Which unit may have been meant by a name that no unit has.
import { editDistance } from '../../../../spec/edit-distance.ts';
import { nearest } from '../../text/edit-distance.ts';

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
