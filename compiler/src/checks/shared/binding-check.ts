// Checks of what is written rather than of what it means: keys that no field has, mappings that are not there. They look at
// bindings, because the tree of values keeps neither.
import type { Spec } from '../../../../spec/resolve.ts';
import type { Binding } from '../../binding.ts';
import type { DiagnosticExtras, DiagnosticPlace } from '../../diagnostic/definition.ts';
import type { Check } from './check.ts';

export interface BindingCheckContext {
  readonly spec: Spec;
  report(place: DiagnosticPlace, message: string, extras?: DiagnosticExtras): void;
}

/** A check that looks at bindings, and at no side of the tree of values. */
export interface BindingCheck extends Check {
  /** Called with the binding of everything that should be an object and that is written where it is used. */
  readonly onObject: (binding: Binding, context: BindingCheckContext) => void;
}

/** Defines a check of bindings. */
export function bindingCheck(
  definition: Omit<BindingCheck, 'looks' | 'onObject'> & { readonly run: BindingCheck['onObject'] },
): BindingCheck {
  const { run, ...page } = definition;
  return { ...page, looks: [], onObject: run };
}

export function isBindingCheck(check: Check): check is BindingCheck {
  return 'onObject' in check;
}
