// All that is to be said of one config of whatever kind by itself: what reads it says, what the cluster would say, and lints.
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { operatorFindings } from '../operator-findings.ts';
import type { Fragment } from '../project/fragment.ts';
import { bySourceOrder, certainDespite } from '../source-order.ts';
import { besideLints, lintConfig } from './lint-config.ts';

/** The lints of a config itself, and what a cluster would say of it. Looks into no units and at no other configs. */
function lintFragment(fragment: Fragment): readonly Diagnostic[] {
  const { content, document } = fragment;
  if (content === undefined) return [];
  const { source, spec, config, ignition } = content;
  const lints = lintConfig(source ?? config, (spec ?? ignition).point);
  return certainDespite(document.problems, besideLints(operatorFindings(fragment), lints));
}

/** What its compiler or validator says of a config, and the lints of it, in source order. */
export function findingsOf(fragment: Fragment): readonly Diagnostic[] {
  return [...besideLints(fragment.diagnostics, lintFragment(fragment))].sort(bySourceOrder);
}
