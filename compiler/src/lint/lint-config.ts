// The lints of a config itself, beside its texts: the same for Butane configs, Ignition JSON and MachineConfigs. Light: loads no
// languages.
import type { Point } from '../../../spec/gate.ts';
import { all as checks } from '../checks/index.gen.ts';
import { runChecks, withoutYielding } from '../checks/shared/run-checks.ts';
import type { Config } from '../config.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { certainDespite } from '../source-order.ts';
import type { IgnitionValidation } from '../validate-ignition.ts';
import { all as configLints } from './config/index.gen.ts';

/** What the lints find in a config as it was written. `raw`: bare Ignition JSON is to come of it (openshift only). */
export function lintConfig(config: Config, point: Point, raw = false): readonly Diagnostic[] {
  return runChecks(configLints, config, 'source', point, raw);
}

/** What Ignition says of a config, and its lints. */
export function ignitionFindings(validation: IgnitionValidation): readonly Diagnostic[] {
  const { document, diagnostics, config, version } = validation;
  const lints = config && version ? lintConfig(config, version.point) : [];
  return besideLints(diagnostics, certainDespite(document.problems, lints));
}

/** Findings of the compiler and of lints together, without those that say worse what another one says. */
export function besideLints(found: readonly Diagnostic[], lints: readonly Diagnostic[]): readonly Diagnostic[] {
  return lints.length === 0 ? found : withoutYielding([...found, ...lints], rules);
}

const rules = [...checks, ...configLints];
