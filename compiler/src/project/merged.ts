// What a merge gives, whatever the rules by which it was made, and how it is printed.
import { afterAllVersions, type Point } from '../../../spec/gate.ts';
import type { IgnitionSpec } from '../../../spec/resolve.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import type { Config } from '../config.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Origin } from '../diagnostic/origin.ts';
import { machineConfig } from '../output/machine-config.ts';
import { withFields } from '../output/make.ts';
import { printJson } from '../output/print-json.ts';
import type { Printed, PrintNode, PrintObject } from '../output/print-node.ts';
import { printMachineConfig } from '../output/print-yaml.ts';
import { printable } from '../output/printable.ts';
import type { RaisedFragment } from './raise.ts';
import type { OverrideUse } from './unused-overrides.ts';

export interface Merged {
  /** Every finding: of each fragment, about raising them, about the merge. */
  readonly diagnostics: readonly Diagnostic[];
  /** Those that took part, in the order in which later ones would win. */
  readonly fragments: readonly RaisedFragment[];
  /** What has become of override comments; absent where they have no say. */
  readonly overrides?: readonly OverrideUse[];
  /** Absent when an error keeps the config from being written. */
  readonly result?: MergeResult;
  /** What there would be in spite of errors, as far as it goes: for looking at, never for writing. */
  readonly partial?: MergeResult;
}

export interface MergeResult {
  readonly config: Config;
  readonly version: IgnitionSpec;
  /** One of the fragments is a MachineConfig, and so the result is one. */
  readonly isMachineConfig: boolean;
}

/**
 * How a result is written. `auto`: a MachineConfig when a fragment is one, else compact Ignition JSON; `pretty`: the same, the
 * JSON indented; `ignition`: never a MachineConfig, so that what surrounds the Ignition config is left out.
 */
export const outputFormats = ['auto', 'ignition', 'pretty', 'machine-config'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** The text of a result, without a final line feed, and where its pieces come from. */
export function printMerged(result: MergeResult, format: OutputFormat, isIndented = format === 'pretty'): PrintedMerge {
  const tree = printTree(result, format);
  const isYaml = isMachineConfigFormat(format, result.isMachineConfig);
  const printed = isYaml ? printMachineConfig(tree) : printJson(tree, isIndented);
  return { ...printed, tree, isYaml };
}

/** A printed config with the values that it shows. */
export interface PrintedMerge extends Printed {
  readonly tree: PrintObject;
  readonly isYaml: boolean;
}

/** The values that are printed, in their order. */
function printTree(result: MergeResult, format: OutputFormat): PrintObject {
  const { config, version } = result;
  const bare = withFields(config, { metadata: undefined, openshift: undefined });
  const ignition = printable(bare, configSpec, version.point);
  const tree = isMachineConfigFormat(format, result.isMachineConfig) ? machineConfig(config, ignition) : ignition;
  return withOrigins(tree, config.origin) as PrintObject;
}

/** What nobody wrote, such as the kind of a MachineConfig, comes from what stands around it. */
function withOrigins(node: PrintNode, around: Origin): PrintNode {
  const origin = node.origin ?? around;
  switch (node.kind) {
    case 'scalar':
      return node.origin ? node : { ...node, origin };
    case 'list': {
      const items = node.items.map((item) => withOrigins(item, origin));
      return node.origin && items.every((item, index) => item === node.items[index])
        ? node
        : { ...node, items, origin };
    }
    case 'object': {
      const members = node.members.map((member) => {
        const value = withOrigins(member.value, origin);
        return value === member.value ? member : { key: member.key, value };
      });
      const isSame = members.every((member, index) => member === node.members[index]);
      return node.origin && isSame ? node : { ...node, members, origin };
    }
  }
}

/** Whether a MachineConfig is written. `isMachineConfig`: one of the fragments is one. */
export function isMachineConfigFormat(format: OutputFormat, isMachineConfig: boolean): boolean {
  return format === 'machine-config' || (format !== 'ignition' && isMachineConfig);
}

/** The place of a result among the specs: the version, and that of openshift so that what surrounds the config is known. */
export function pointOf({ version }: IgnitionSpec): Point {
  return { base: version, openshift: afterAllVersions };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}
