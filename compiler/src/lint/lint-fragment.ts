// The lints of one config of whatever kind, and all that is to be said of it by itself.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Fragment } from '../project/fragment.ts';
import { bySourceOrder, certainDespite } from '../source-order.ts';
import { besideLints, lintConfig } from './lint-config.ts';

/** The lints of a config itself. Looks into no units and at no other configs. */
export function lintFragment({ content, document }: Fragment): readonly Diagnostic[] {
  if (content === undefined) return [];
  const { source, spec, config, ignition } = content;
  return certainDespite(document.problems, lintConfig(source ?? config, (spec ?? ignition).point));
}

/** What its compiler or validator says of a config, and the lints of it, in source order. */
export function findingsOf(fragment: Fragment): readonly Diagnostic[] {
  return [...besideLints(fragment.diagnostics, lintFragment(fragment))].sort(bySourceOrder);
}
