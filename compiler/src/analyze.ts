// The stages of the compiler, in the reference's order. The reference stops at the first stage with an error; here every
// stage runs on what can still be known, so that all problems come at once. What follows from an error that has been
// reported is not reported again.
import type { Spec } from '../../spec/resolve.ts';
import { config as configSpec } from '../../spec/shapes/config.ts';
import { append } from './append.ts';
import { bind } from './bind.ts';
import type { Binding } from './binding.ts';
import { all as checks } from './checks/index.gen.ts';
import { runBindingChecks } from './checks/shared/run-binding-checks.ts';
import { runChecks } from './checks/shared/run-checks.ts';
import { withoutRefused } from './checks/shared/without-refused.ts';
import type { Config } from './config.ts';
import { decode } from './decode.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import { checkEmbeddedConfigs } from './embedded-configs.ts';
import { applyFilters } from './filter.ts';
import { readHeader } from './header.ts';
import type { Host } from './host.ts';
import { text, withFields } from './output/make.ts';
import { bySourceOrder, certainDespite } from './source-order.ts';
import { sugarOrder } from './sugar/order.ts';

export interface AnalyzeOptions {
  /** Bare Ignition JSON instead of a MachineConfig (openshift only). */
  readonly raw?: boolean;
}

export interface Analysis {
  readonly document: Document;
  /** Every finding, in source order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when variant and version name no spec. */
  readonly config?: AnalyzedConfig;
}

export interface AnalyzedConfig {
  readonly spec: Spec;
  readonly root: Binding;
  /** What the user wrote. */
  readonly source: Config;
  /** What becomes of it: an Ignition config. Meaningless when there are errors. */
  readonly output: Config;
}

/** Everything that can be known of a Butane config. Pure: all that it reads comes from `host`. */
export function analyze(document: Document, host: Host, options: AnalyzeOptions = {}): Analysis {
  const header = readHeader(document);
  const { spec } = header;
  if (spec === undefined) {
    // A broken document may have lost its header by that alone.
    const problems = document.problems.length > 0 ? document.problems : header.problems;
    return { document, diagnostics: problems };
  }
  // Where nothing is wrapped there is nothing to leave off: other variants' filters hold in raw mode too.
  const raw = options.raw === true && spec.wrapper !== undefined;
  const found: Diagnostic[] = [];
  const bindings = bind(document, configSpec, spec.point, 'source');
  append(found, bindings.problems);
  const source = decode(bindings.root, configSpec, spec.point);
  append(found, runBindingChecks(checks, bindings.root, spec));
  append(found, runChecks(checks, source, 'source', spec.point, raw));
  append(found, checkEmbeddedConfigs(source, spec));
  const output = expandSugar(source, spec, host, (diagnostic) => found.push(diagnostic));
  if (!raw) append(found, applyFilters(output, spec));
  const accepted = raw ? output : withoutRefused(output, spec.filters);
  append(found, runChecks(checks, accepted, 'output', spec.point, raw, found));
  return {
    document,
    diagnostics: [...document.problems, ...certainDespite(document.problems, found)].sort(bySourceOrder),
    config: { spec, root: bindings.root, source, output },
  };
}

function expandSugar(source: Config, spec: Spec, host: Host, report: (diagnostic: Diagnostic) => void): Config {
  const context = { source, point: spec.point, host, report };
  const expanded = sugarOrder.reduce((config, pass) => pass(config, context), source);
  const { ignition } = expanded.fields;
  const version = text(spec.ignition.version, source.fields.version?.origin ?? source.origin);
  return withFields(expanded, {
    ignition: ignition
      ? withFields(ignition, { version })
      : { kind: 'object', fields: { version }, origin: source.origin },
  });
}
