// From a variant and a version to the spec: the lookup of the reference, and what is derived from a spec's coordinates.
// Suggestions for unknown specs are in `nearest.ts`.
import { all as filterRules } from './filters/index.gen.ts';
import { isOpen, type Point } from './gate.ts';
import { all as ignitionVersions } from './ignition/index.gen.ts';
import type { FilterRule, IgnitionVersion, SpecVersion, Variant } from './model.ts';
import { type RemovedSpec, removedSpecs } from './removed.ts';
import { all as specVersions } from './variants/index.gen.ts';
import { parseVersion } from './version.ts';

/** A published spec with all that follows from its coordinates. Made once: compare by identity. */
export interface Spec extends SpecVersion {
  /** The spec's place, for gates. */
  readonly point: Point;
  /** The Ignition version of the output. */
  readonly ignition: IgnitionSpec;
  /** The filter rules that are open here. */
  readonly filters: readonly FilterRule[];
  readonly experimental: boolean;
}

/** An Ignition version as a point of its own. Made once. */
export interface IgnitionSpec extends IgnitionVersion {
  readonly point: Point;
  readonly experimental: boolean;
}

/** Every Ignition config version, oldest first. */
export const ignitionSpecs: readonly IgnitionSpec[] = ignitionVersions.map((version) => ({
  ...version,
  point: { base: version.version },
  experimental: isExperimental(version),
}));

const ignitionByVersion = new Map(ignitionSpecs.map((version) => [version.version, version]));

/** The Ignition version of this text; undefined for an unknown one. */
export function ignitionVersion(version: string): IgnitionSpec | undefined {
  return ignitionByVersion.get(parseVersion(version)?.text ?? version);
}

/** Every published spec, by variant and then oldest first. */
export const specs: readonly Spec[] = specVersions.flatMap((version: SpecVersion) => {
  const ignition = ignitionByVersion.get(version.layers.base);
  return ignition === undefined ? [] : [specOf(version, ignition)];
});

function specOf(version: SpecVersion, ignition: IgnitionSpec): Spec {
  let filters: readonly FilterRule[] | undefined;
  return {
    ...version,
    point: version.layers,
    ignition,
    // Made when they are asked for: a run of the command line needs those of one spec.
    get filters() {
      filters ??= filterRules.flat().filter((rule) => isOpen(rule.gate, version.layers));
      return filters;
    },
    experimental: isExperimental(version),
  };
}

function isExperimental({ stability }: { readonly stability: SpecVersion['stability'] }): boolean {
  return stability === 'experimental';
}

const specByName = new Map(specs.map((spec) => [nameOf(spec), spec]));

/**
 * The spec of a variant and version, as they are written in a config. The variant must match exactly; the version's numbers
 * are normalised (`01.5.0` is `1.5.0`), its prerelease and metadata are not. Undefined for an unknown spec.
 */
export function resolveSpec(variant: string, version: string): Spec | undefined {
  return specByName.get(nameOf({ variant, version: parseVersion(version)?.text ?? version }));
}

/** The removed spec of this name, if it is one. */
export function removedSpec(variant: string, version: string): RemovedSpec | undefined {
  const text = parseVersion(version)?.text;
  return removedSpecs.find((removed) => removed.variant === variant && removed.version === text);
}

/** Every spec of a variant, oldest first. */
export function specsOf(variant: Variant): readonly Spec[] {
  return specs.filter((spec) => spec.variant === variant);
}

/** The newest finished spec of a variant. */
export function newestStable(variant: Variant): Spec | undefined {
  return specsOf(variant).findLast((spec) => !spec.experimental);
}

function nameOf({ variant, version }: { readonly variant: string; readonly version: string }): string {
  return `${variant} ${version}`;
}
