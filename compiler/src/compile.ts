// The compiler's one job: from the text of a Butane config to the text of its output.
import { config as configSpec } from '../../spec/shapes/config.ts';
import { type AnalyzedConfig, analyze } from './analyze.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import type { Document } from './document.ts';
import type { Host } from './host.ts';
import { machineConfig } from './output/machine-config.ts';
import { withFields } from './output/make.ts';
import { printJson } from './output/print-json.ts';
import type { Printed } from './output/print-node.ts';
import { printMachineConfig } from './output/print-yaml.ts';
import { printable } from './output/printable.ts';
import type { SourceMap } from './output/source-map.ts';
import { readDocument } from './read-document.ts';

export interface CompileOptions {
  /** Name of the text in diagnostics; `-` by default. */
  readonly path?: string;
  /** Files and gzip; without it local files are refused and nothing is packed. */
  readonly host?: Host;
  /** Bare Ignition JSON instead of a MachineConfig. */
  readonly raw?: boolean;
  /** Indented JSON. */
  readonly pretty?: boolean;
}

export interface CompileResult {
  /** The text that was compiled, with its lines: what diagnostics are shown in. */
  readonly document: Document;
  /** The config as it was written and as it became; absent when variant and version name no spec. */
  readonly config?: AnalyzedConfig;
  /** Ignition JSON, or MachineConfig YAML, without a final line feed; absent when there is an error. */
  readonly output?: string;
  /** In source order. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where each piece of the output comes from; absent without output. */
  readonly sourceMap?: SourceMap;
}

/**
 * Compiles a Butane config. Pure and synchronous, never throws on any input.
 * @param input the text, or the bytes of the file: UTF-8, or UTF-16 with a byte order mark
 */
export function compile(input: string | Uint8Array, options: CompileOptions = {}): CompileResult {
  const document = readDocument(input, options.path ?? '-');
  const { config, diagnostics } = analyze(document, options.host ?? {}, { raw: options.raw === true });
  if (config === undefined || diagnostics.some((diagnostic) => diagnostic.severity === 'error')) {
    return { document, diagnostics, ...(config ? { config } : {}) };
  }
  const { text, sourceMap } = print(config, options);
  return { document, config, output: text, diagnostics, sourceMap };
}

function print({ spec, output }: AnalyzedConfig, options: CompileOptions): Printed {
  // What surrounds the Ignition config is no part of it.
  const bare = withFields(output, { metadata: undefined, openshift: undefined });
  const ignition = printable(bare, configSpec, spec.point);
  if (spec.wrapper === 'machine-config' && options.raw !== true) {
    return printMachineConfig(machineConfig(output, ignition));
  }
  return printJson(ignition, options.pretty === true);
}
