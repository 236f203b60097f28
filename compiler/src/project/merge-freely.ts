// Merges fragments whose order has no meaning: what cannot be decided without one is a conflict, an error with all the places
// that contribute to it. What the fragments say of their own (an override, the names of MachineConfigs) settles it.
import { families } from '../../../spec/families.ts';
import type { Variant } from '../../../spec/model.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Config } from '../config.ts';
import fragmentVariants from '../diagnostic/codes/fragment-variants.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { fold } from '../merge/fold.ts';
import { ConflictFinder } from './conflict-finder.ts';
import { hashFindings } from './contents-hashes.ts';
import type { Fragment } from './fragment.ts';
import { byName, haveNames } from './machine-config-order.ts';
import { fold as foldExactly } from './merge-exactly.ts';
import { hasErrors, type Merged, pointOf } from './merged.ts';
import { mergedFindings } from './merged-findings.ts';
import { type FragmentRoles, type RaisedFragment, raiseFragments } from './raise.ts';
import { overrideUses } from './unused-overrides.ts';

/** Merges fragments; for inputs without conflicts the result is the same in whatever order they come. */
export function mergeFreely(fragments: readonly Fragment[], roles: FragmentRoles = {}): Merged {
  const own = fragments.flatMap(({ diagnostics }) => diagnostics);
  const { fragments: raised, version, diagnostics } = raiseFragments(fragments, roles);
  const before = [...own, ...diagnostics, ...variantFindings(raised)];
  const ordered = inOrder(raised);
  if (version === undefined) return { diagnostics: before, fragments: ordered };
  const finder = new ConflictFinder(ordered);
  const given = ordered.map(({ config }, from) => ({ from, value: config }));
  const free = fold(given, configSpec, pointOf(version), finder);
  if (ordered.length > 1) finder.findOthers();
  const found = [...before, ...finder.diagnostics];
  const overrides = overrideUses(ordered, finder.overrides, fragments.length);
  if (free === undefined) return { diagnostics: found, fragments: ordered, overrides };
  const isMachineConfig = ordered.some(({ content }) => content.isMachineConfig);
  const partial = { config: free, version, isMachineConfig };
  if (hasErrors(found) || raised.length < fragments.length) {
    return { diagnostics: found, fragments: ordered, overrides, partial };
  }
  const config = haveNames(ordered) ? (namedLast(foldExactly(ordered, version), free) ?? free) : free;
  const after = [
    ...mergedFindings(config, version, ordered, found),
    ...hashFindings(config, configSpec, pointOf(version), roles.opener),
  ];
  const all = [...found, ...after];
  if (hasErrors(after)) return { diagnostics: all, fragments: ordered, overrides, partial };
  return { diagnostics: all, fragments: ordered, overrides, result: { config, version, isMachineConfig } };
}

/** MachineConfigs by their names; what is to override comes last. */
function inOrder(fragments: readonly RaisedFragment[]): readonly RaisedFragment[] {
  const sorted = haveNames(fragments) ? byName(fragments) : fragments;
  return [...sorted.filter(({ isOverride }) => !isOverride), ...sorted.filter(({ isOverride }) => isOverride)];
}

/** What surrounds the Ignition config comes from folding, which knows labels and what is meant to override. */
function namedLast(exact: Config | undefined, { fields }: Config): Config | undefined {
  return exact && { ...exact, fields: { ...exact.fields, metadata: fields.metadata, openshift: fields.openshift } };
}

/** Systems of different families have no config in common. Plain Ignition configs go with each. */
function variantFindings(fragments: readonly RaisedFragment[]): readonly Diagnostic[] {
  const systems = fragments.flatMap((fragment) => {
    const variant = variantOf(fragment);
    return variant === undefined ? [] : [{ fragment, variant, family: families[variant] }];
  });
  const [first] = systems;
  const other = systems.find(({ family }) => family !== first?.family);
  if (first === undefined || other === undefined) return [];
  const message = `\`${first.variant}\` and \`${other.variant}\` cannot be merged: no machine runs both; build a target for each`;
  const notes = systems
    .filter(({ fragment }) => fragment !== other.fragment)
    .map(({ fragment, variant }) => {
      return { message: `\`${variant}\` here`, location: fragment.content.versionPlace.location };
    });
  return [report(fragmentVariants, other.fragment.content.versionPlace, message, { notes })];
}

function variantOf({ content }: RaisedFragment): Variant | undefined {
  return content.spec?.variant ?? (content.isMachineConfig ? 'openshift' : undefined);
}
