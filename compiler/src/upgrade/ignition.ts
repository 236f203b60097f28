// Moves an Ignition JSON config to another version of Ignition: its version text and nothing else. What the new version does not
// know, or does otherwise, is a reason to refuse.
import { type IgnitionSpec, ignitionSpecs, ignitionVersion } from '../../../spec/resolve.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { applyEdits } from '../text/edit.ts';
import { readIgnition, validateIgnition } from '../validate-ignition.ts';
import { compareMachines, machineOf } from './machine.ts';
import { placedBefore, type UpgradeRemark } from './remark.ts';

export type IgnitionUpgrade =
  | {
      readonly kind: 'upgraded';
      readonly text: string;
      readonly to: IgnitionSpec;
      readonly notes: readonly UpgradeRemark[];
      readonly document: Document;
    }
  | { readonly kind: 'unchanged'; readonly to: IgnitionSpec }
  | { readonly kind: 'broken'; readonly diagnostics: readonly Diagnostic[]; readonly document: Document }
  | { readonly kind: 'no-target'; readonly message: string }
  | {
      readonly kind: 'refused';
      readonly to: IgnitionSpec;
      readonly reasons: readonly UpgradeRemark[];
      readonly document: Document;
    };

/** Upgrades (or downgrades) an Ignition config; to the newest finished version when none is given. */
export function upgradeIgnitionDocument(document: Document, version: string | undefined): IgnitionUpgrade {
  const before = validateIgnition(document);
  const isBroken = before.diagnostics.some(({ severity }) => severity === 'error');
  if (before.version === undefined || before.config === undefined || isBroken) {
    return { kind: 'broken', diagnostics: before.diagnostics, document };
  }
  const to = version === undefined ? ignitionSpecs.findLast((each) => !each.experimental) : ignitionVersion(version);
  if (to === undefined) {
    const known = ignitionSpecs.map((each) => each.version).join(', ');
    return { kind: 'no-target', message: `there is no Ignition version \`${version}\`; there are ${known}` };
  }
  if (to === before.version) return { kind: 'unchanged', to };
  const origin = before.config.fields.ignition?.fields.version?.origin;
  if (origin === undefined) return { kind: 'broken', diagnostics: before.diagnostics, document };
  const edits = [{ range: origin.location.range, text: JSON.stringify(to.version) }];
  const text = applyEdits(document.text, edits);
  const after = validateIgnition(readIgnition(text, document.uri));
  const reasons = lossesIn(before.diagnostics, after.diagnostics);
  const refused = (why: readonly UpgradeRemark[]): IgnitionUpgrade => {
    return { kind: 'refused', to, reasons: placedBefore(why, [edits]), document };
  };
  if (reasons.length > 0 || after.config === undefined) return refused(reasons);
  const { version: from } = before;
  const differences = compareMachines(machineOf(before.config, from.point), machineOf(after.config, to.point));
  const unexplained = differences.map(({ path, after: value }): UpgradeRemark => {
    const { range } = (value?.origin ?? origin).location;
    return { message: `\`${path}\` would be another one`, range };
  });
  if (unexplained.length > 0) return refused(unexplained);
  return {
    kind: 'upgraded',
    text,
    to,
    notes: notesOf(before.diagnostics, after.diagnostics),
    document: after.document,
  };
}

const lossCodes: ReadonlySet<string> = new Set(['unused-key', 'mode-special-bits']);

function lossesIn(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly UpgradeRemark[] {
  return newFindings(before, after)
    .filter(({ severity, code }) => severity === 'error' || lossCodes.has(code))
    .map(({ message, location }) => ({ message, range: location.range }));
}

function notesOf(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly UpgradeRemark[] {
  const now = newFindings(before, after).map(({ message, location }) => ({ message, range: location.range }));
  const lifted = newFindings(after, before).filter(({ code }) => code === 'mode-special-bits');
  return [
    ...now,
    ...lifted.map(({ location: { range } }) => {
      return { message: 'the special bits of this mode were not applied before Ignition 3.6.0, and now are', range };
    }),
  ];
}

function newFindings(before: readonly Diagnostic[], after: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ code, severity, path }: Diagnostic): string => JSON.stringify([code, severity === 'error', ...path]);
  const known = new Set(before.map(key));
  return after.filter((each) => !known.has(key(each)));
}
