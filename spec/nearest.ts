// What somebody may have meant who asked for a spec that is not there.
import { editDistance } from './edit-distance.ts';
import type { Variant } from './model.ts';
import { otherNames } from './other-names.ts';
import { removedSpecs } from './removed.ts';
import { newestStable, type Spec, specs, specsOf } from './resolve.ts';
import { parseVersion } from './version.ts';

/**
 * The nearest spec to an unknown one: the variant by its spelling, the version by its numbers. Undefined when the variant
 * resembles none.
 */
export function nearestSpec(variant: string, version: string): Spec | undefined {
  const known = nearestVariant(variant);
  if (known === undefined) return undefined;
  return nearestVersion(specsOf(known), version) ?? newestStable(known);
}

/** The variant that is meant by a text: itself, in another case, its successor, or one with a slip of the pen. */
function nearestVariant(text: string): Variant | undefined {
  const wanted = text.trim().toLowerCase();
  const variants = [...new Set(specs.map((spec) => spec.variant))];
  const exact = variants.find((variant) => variant === wanted);
  if (exact !== undefined) return exact;
  const removed = removedSpecs.find((spec) => spec.variant === wanted);
  if (removed !== undefined) return removed.successor;
  if (Object.hasOwn(otherNames, wanted)) return otherNames[wanted];
  const most = Math.max(...variants.map(slipsIn));
  const ranked = variants
    .map((variant) => ({ variant, distance: editDistance(wanted, variant, most) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= slipsIn(best.variant) ? best.variant : undefined;
}

/** Beyond a third of its letters a name is another name. */
function slipsIn(variant: Variant): number {
  return Math.max(1, Math.floor(variant.length / 3));
}

function nearestVersion(candidates: readonly Spec[], text: string): Spec | undefined {
  const wanted = numbersOf(text);
  if (wanted === undefined) return undefined;
  const sameNumbers = candidates.find((spec) => distance(spec, wanted).every((difference) => difference === 0));
  if (sameNumbers !== undefined) return sameNumbers;
  // Between majors no number is near another.
  const stable = candidates.filter((spec) => !spec.experimental && versionNumbers(spec)[0] === wanted[0]);
  const newest = stable.at(-1);
  if (newest === undefined || compare(wanted, versionNumbers(newest)) > 0) return newest;
  // Of two that are as near, the newer one, which is later in the list.
  return stable.reduce((best, spec) => (compare(distance(best, wanted), distance(spec, wanted)) < 0 ? best : spec));
}

type Numbers = readonly [number, number, number];

/** The numbers at the start of a text, `v4.22` being 4.22.0; undefined without any. */
function numbersOf(text: string): Numbers | undefined {
  const match = /^\s*[vV]?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(text);
  return match === null ? undefined : [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
}

function versionNumbers(spec: Spec): Numbers {
  const [major, minor, patch] = parseVersion(spec.version)?.numbers ?? [0n, 0n, 0n];
  return [Number(major), Number(minor), Number(patch)];
}

function distance(spec: Spec, wanted: Numbers): Numbers {
  const [major, minor, patch] = versionNumbers(spec);
  return [Math.abs(major - wanted[0]), Math.abs(minor - wanted[1]), Math.abs(patch - wanted[2])];
}

function compare(a: Numbers, b: Numbers): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}
