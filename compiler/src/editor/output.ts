// The compiled output of an analyzed config, or of a merged target, as an editor shows it: indented, with its source map; and how
// long it is where it is used. Prints only; what is printed was made by the analysis or the merge.
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { AnalyzedConfig } from '../analyze.ts';
import type { Origin } from '../diagnostic/origin.ts';
import { machineConfig } from '../output/machine-config.ts';
import { withFields } from '../output/make.ts';
import { printJson } from '../output/print-json.ts';
import type { Printed } from '../output/print-node.ts';
import { printMachineConfig } from '../output/print-yaml.ts';
import { printable } from '../output/printable.ts';
import { type MergeResult, type OutputFormat, printMerged } from '../project/merged.ts';
import type { SourceRange } from '../text/range.ts';
import { encodeUtf8 } from '../text/utf8.ts';

export interface CompiledOutput extends Printed {
  readonly languageId: 'json' | 'yaml';
}

/** What a config without errors compiles to. Ignition JSON is indented unless it `isCompact`. */
export function printOutput({ spec, output }: AnalyzedConfig, isCompact = false): CompiledOutput {
  const bare = withFields(output, { metadata: undefined, openshift: undefined });
  const ignition = printable(bare, configSpec, spec.point);
  if (spec.wrapper === 'machine-config') {
    return { ...printMachineConfig(machineConfig(output, ignition)), languageId: 'yaml' };
  }
  return { ...printJson(ignition, !isCompact), languageId: 'json' };
}

/** What the fragments of a target come to, indented. */
export function printTarget(result: MergeResult, format: OutputFormat): CompiledOutput {
  const { text, sourceMap, isYaml } = printMerged(result, format, true);
  return { text, sourceMap, languageId: isYaml ? 'yaml' : 'json' };
}

/** Bytes of a printed text in its file, which ends with a line feed. */
export function bytesOfFile(text: string): number {
  return encodeUtf8(text).length + 1;
}

export interface CompiledPiece {
  readonly text: string;
  /** The sugar that made it. */
  readonly by: string | undefined;
}

/** What a range of the source became: the outermost values that it and nothing around it made. */
export function piecesOf({ text, sourceMap }: Printed, uri: string, range: SourceRange): readonly CompiledPiece[] {
  const isFrom = ({ location }: Origin): boolean =>
    location.uri === uri && location.range.start >= range.start && location.range.end <= range.end;
  const pieces: CompiledPiece[] = [];
  let end = -1;
  for (const { output, origin } of sourceMap.segments) {
    if (output.start < end || !isFrom(origin)) continue;
    end = output.end;
    pieces.push({ text: text.slice(output.start, output.end), by: origin.by });
  }
  return pieces;
}
