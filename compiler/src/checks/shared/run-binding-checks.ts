// The engine of the checks of bindings: one walk over what is written in place. What stands behind an alias or a merge key
// is written elsewhere, and examined there if it is a part of the config at all.
import { isOpen } from '../../../../spec/gate.ts';
import type { Spec } from '../../../../spec/resolve.ts';
import type { Binding } from '../../binding.ts';
import { report } from '../../diagnostic/definition.ts';
import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { isMergeKey } from '../../syntax/resolve-scalar.ts';
import { type BindingCheck, type BindingCheckContext, isBindingCheck } from './binding-check.ts';
import type { Check } from './check.ts';

/** Runs the checks of bindings among `checks` that are open in `spec`. */
export function runBindingChecks(checks: readonly Check[], root: Binding, spec: Spec): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const open = checks.filter(isBindingCheck).filter((check) => isOpen(check.gate, spec.point));
  const tasks = open.map((check): Task => ({ check, context: contextOf(check, spec, diagnostics) }));
  walk(root, tasks);
  return diagnostics;
}

interface Task {
  readonly check: BindingCheck;
  readonly context: BindingCheckContext;
}

function contextOf(check: BindingCheck, spec: Spec, diagnostics: Diagnostic[]): BindingCheckContext {
  return {
    spec,
    report(place, message, extras) {
      diagnostics.push(report(check, place, message, extras));
    },
  };
}

function walk(binding: Binding, tasks: readonly Task[]): void {
  if (binding.spec.kind === 'object') for (const { check, context } of tasks) check.onObject(binding, context);
  if (!binding.inPlace) return;
  if (binding.spec.kind === 'object') {
    for (const member of binding.members?.values() ?? []) if (!isMerged(member)) walk(member, tasks);
  }
  for (const item of examinedItems(binding)) walk(item, tasks);
}

/** Whether a member comes by a merge key: its place is then the value of that key. */
function isMerged(member: Binding): boolean {
  const pair = member.node.parent;
  return pair?.kind === 'pair' && isMergeKey(pair.key);
}

/**
 * The reference drops null items, and then compares as many written items as are left: so many from the start of the list,
 * nulls included.
 */
function examinedItems({ items }: Binding): readonly Binding[] {
  if (items === undefined) return [];
  const nulls = items.filter((item) => item.status === 'null').length;
  return nulls === 0 ? items : items.slice(0, items.length - nulls);
}
