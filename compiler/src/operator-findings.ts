// What the Machine Config Operator, or the cluster around it, would say of a MachineConfig that somebody has written: the rules of
// Butane's openshift variant, which are the operator's, applied to the object itself. Its sources: `ValidateMachineConfig` and
// `IsRenderedConfigReconcilable` of openshift/machine-config-operator. Part of no merge and of no verdict of `compile`.
import type { Point } from '../../spec/gate.ts';
import { type IgnitionSpec, newestStable } from '../../spec/resolve.ts';
import { Binding } from './binding.ts';
import duplicateEntry from './checks/duplicate-entry.ts';
import { all as checks } from './checks/index.gen.ts';
import roleRequired from './checks/machineconfig-role-required.ts';
import type { Check } from './checks/shared/check.ts';
import { runChecks } from './checks/shared/run-checks.ts';
import type { Config } from './config.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { applyFiltersToMachineConfig } from './filter.ts';
import type { Fragment } from './project/fragment.ts';
import type { SyntaxNode } from './syntax/nodes.ts';
import { keyOf } from './syntax/resolve-scalar.ts';

/** The findings about a MachineConfig; none about a config of another kind, nor about what the cluster has made itself. */
export function operatorFindings({ kind, content, document }: Fragment): readonly Diagnostic[] {
  const spec = newestStable('openshift');
  if (kind !== 'machine-config' || content === undefined || spec === undefined || isGenerated(document.root)) return [];
  const point = pointFor(content.ignition, spec.version);
  const config: Config = { ...content.config, origin: objectOf(content.config) };
  return [
    ...runChecks(operatorChecks, config, 'source', point, false),
    ...runChecks(operatorChecks, config, 'output', point, false),
    ...applyFiltersToMachineConfig(config, spec.filters, point),
    ...repeatedExtensions(config, point),
  ].map((found) => (found.code === roleRequired.code ? { ...found, severity: 'warning' as const } : found));
}

const points = new WeakMap<IgnitionSpec, Point>();

/** For which cluster a config is cannot be seen; the newest one asks for the least. Made once, as all points are. */
function pointFor(ignition: IgnitionSpec, openshift: string): Point {
  let point = points.get(ignition);
  if (point === undefined) {
    point = { ...ignition.point, openshift };
    points.set(ignition, point);
  }
  return point;
}

const operatorChecks: readonly Check[] = checks.filter(({ gate }: Check) => gate?.openshift !== undefined);

/** The binding of the whole object. Of one without metadata these stand for the object already. */
function objectOf({ fields: { metadata }, origin }: Config) {
  const bound = metadata?.origin;
  return (bound instanceof Binding && bound.step === 'metadata' ? bound.parent : bound) ?? origin;
}

/** Harmless, as the operator unites them. Kernel arguments may well be there twice. */
function repeatedExtensions(config: Config, point: Point): readonly Diagnostic[] {
  const extensions = config.fields.openshift?.fields.extensions;
  const openshift = config.fields.openshift && { ...config.fields.openshift, fields: { extensions } };
  const found = runChecks([duplicateEntry], { ...config, fields: { openshift } }, 'output', point, false);
  return found.map((each) => ({ ...each, severity: 'warning' }));
}

const generatedBy = 'machineconfiguration.openshift.io/generated-by-controller-version';

/**
 * Whether a controller of the cluster has made the object, such as `rendered-worker-…`: it holds what the operator has taken
 * already, has no role, and may hold what nodes get with their first boot.
 */
function isGenerated(root: SyntaxNode): boolean {
  const metadata = memberOf(root, 'metadata');
  const name = memberOf(metadata, 'name');
  const owners = memberOf(metadata, 'ownerReferences');
  if (name?.kind === 'scalar' && name.text.startsWith('rendered-')) return true;
  if (owners?.kind === 'seq' && owners.items.length > 0) return true;
  return memberOf(memberOf(metadata, 'annotations'), generatedBy) !== undefined;
}

function memberOf(node: SyntaxNode | undefined, key: string): SyntaxNode | undefined {
  return node?.kind === 'map' ? node.pairs.findLast((pair) => keyOf(pair.key) === key)?.value : undefined;
}
