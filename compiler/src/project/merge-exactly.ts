// Merges fragments by Ignition's own rules: from left to right, the later one wins in silence. What comes out is what a
// machine would make of the configs. Looks for no conflicts.
import type { IgnitionSpec } from '../../../spec/resolve.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { all as checks } from '../checks/index.gen.ts';
import { runChecks } from '../checks/shared/run-checks.ts';
import type { Config } from '../config.ts';
import fragmentEncoding from '../diagnostic/codes/fragment-encoding.ts';
import jsonDuplicateKey from '../diagnostic/codes/json-duplicate-key.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { merge } from '../merge/merge.ts';
import type { Opener } from './carried-configs.ts';
import { hashFindings } from './contents-hashes.ts';
import type { Fragment } from './fragment.ts';
import { byName } from './machine-config-order.ts';
import { hasErrors, type Merged, pointOf } from './merged.ts';
import { identity } from './merged-findings.ts';
import { type RaisedFragment, raiseFragments } from './raise.ts';

/** What Ignition puts up with. */
const tolerated: ReadonlySet<string> = new Set([jsonDuplicateKey.code, fragmentEncoding.code]);

/**
 * Merges fragments as Ignition would; MachineConfigs as the Machine Config Operator would, which takes them by their names. Refused
 * when one of them is, by its own rules.
 */
export function mergeExactly(fragments: readonly Fragment[], opener?: Opener): Merged {
  const own = fragments.flatMap(({ diagnostics }) => diagnostics).map(asTolerated);
  const { fragments: given, version, diagnostics } = raiseFragments(fragments);
  const raised = byName(given);
  const found = [...own, ...diagnostics];
  if (hasErrors(found) || version === undefined || raised.length < fragments.length) {
    return { diagnostics: found, fragments: raised };
  }
  const config = fold(raised, version);
  if (config === undefined) return { diagnostics: found, fragments: raised };
  const isMachineConfig = raised.some(({ content }) => content.isMachineConfig);
  const result = { config, version, isMachineConfig };
  const hashes = hashFindings(config, configSpec, pointOf(version), opener);
  return { diagnostics: [...found, ...newFindings(config, version, found), ...hashes], fragments: raised, result };
}

/** The configs merged from the first to the last. */
export function fold(raised: readonly RaisedFragment[], version: IgnitionSpec): Config | undefined {
  const [first, ...rest] = raised.map(({ config }) => config);
  if (first === undefined) return undefined;
  const point = pointOf(version);
  return rest.reduce((parent, child) => merge(parent, child, configSpec, point), first);
}

/** A finding as it counts where the rules are those of Ignition alone. */
export function asTolerated(diagnostic: Diagnostic): Diagnostic {
  return tolerated.has(diagnostic.code) ? { ...diagnostic, severity: 'warning' } : diagnostic;
}

const refusal = { message: 'Ignition merges this and then refuses the result, and the machine does not boot' };

/**
 * What is wrong with the result and with none of its parts. Ignition's merge does not look at it, so it is no error here either; what
 * Ignition does next is validate what it has merged (`acquireConfig` in its `internal/exec/engine.go`), which the notes say.
 */
function newFindings(config: Config, version: IgnitionSpec, known: readonly Diagnostic[]): readonly Diagnostic[] {
  const said = new Set(known.map(identity));
  return runChecks(checks, config, 'output', version.point, false)
    .filter((diagnostic) => !said.has(identity(diagnostic)))
    .map(
      (found): Diagnostic =>
        found.severity === 'error'
          ? { ...found, severity: 'warning', notes: [...(found.notes ?? []), refusal] }
          : found,
    );
}
