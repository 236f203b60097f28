// Which unit may have been meant by a name that no unit has.
import { nearest } from '../../text/edit-distance.ts';

/** The nearest name of the same type that differs by a slip of the pen. */
export function nearestUnit(name: string, candidates: readonly string[]): string | undefined {
  const suffix = name.slice(name.lastIndexOf('.'));
  const same = candidates.filter((each) => each.endsWith(suffix) && Math.abs(each.length - name.length) <= 2);
  const meant = nearest(
    name.slice(0, -suffix.length),
    same.map((each) => each.slice(0, -suffix.length)),
  );
  return meant === undefined ? undefined : `${meant}${suffix}`;
}
