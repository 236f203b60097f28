// What a variant reads but refuses: the filter rules of its spec, applied to the output.
import { outName } from '../../spec/fields.ts';
import type { Point } from '../../spec/gate.ts';
import type { FilterRule, SpecNode } from '../../spec/model.ts';
import type { Spec } from '../../spec/resolve.ts';
import { config as configSpec } from '../../spec/shapes/config.ts';
import type { Config } from './config.ts';
import { all as definitions } from './diagnostic/codes/index.gen.ts';
import { type DiagnosticDefinition, report } from './diagnostic/definition.ts';
import type { Diagnostic } from './diagnostic/diagnostic.ts';
import { isSet } from './output/is-set.ts';
import type { OutNode } from './output/nodes.ts';

const definitionByCode = new Map<string, DiagnosticDefinition>(definitions.map((each) => [each.code, each]));

/** Reports every field that is set though the spec's variant refuses it. */
export function applyFilters(output: Config, spec: Spec): readonly Diagnostic[] {
  return refusedFields(output, spec.filters, spec.point).map(({ value, name, rule, definition }) => {
    const message = `\`${name}\` cannot be used with ${spec.variant} ${spec.version}: ${rule.reason}`;
    return report(definition, value.origin.at(), message);
  });
}

/** The same of a MachineConfig, whose fields have the names of Ignition JSON. `point` is one with the layer `openshift`. */
export function applyFiltersToMachineConfig(config: Config, rules: readonly FilterRule[], point: Point) {
  return refusedFields(config, rules, point).map(({ value, outName: name, rule, definition }): Diagnostic => {
    const message = `\`${name}\` cannot be used in a MachineConfig: ${rule.reasonInMachineConfig ?? rule.reason}`;
    return report(definition, value.origin.at(), message);
  });
}

interface RefusedField extends ValueWithSpec {
  readonly rule: FilterRule;
  readonly definition: DiagnosticDefinition;
}

function refusedFields(config: Config, rules: readonly FilterRule[], point: Point): readonly RefusedField[] {
  return rules.flatMap((rule) => {
    const definition = definitionByCode.get(rule.code);
    if (definition === undefined) return [];
    const root = { value: config, node: configSpec, name: '', outName: '' };
    return valuesAt(root, rule.path.split('.'))
      .filter(({ value, node }) => isRefused(value, node, rule, point))
      .map((field) => ({ ...field, rule, definition }));
  });
}

interface ValueWithSpec {
  readonly value: OutNode;
  readonly node: SpecNode;
  readonly name: string;
  /** In Ignition JSON. */
  readonly outName: string;
}

function valuesAt(from: ValueWithSpec, steps: readonly string[]): readonly ValueWithSpec[] {
  const { value, node } = from;
  const [step, ...rest] = steps;
  if (step === undefined) return [from];
  if (value.kind !== 'object' || node.kind !== 'object') return [];
  const name = step.replace('[]', '');
  const member = value.fields[name];
  const field = node.fields[name];
  if (member === undefined || field === undefined) return [];
  const names = { name, outName: outName(name, field) };
  if (!step.endsWith('[]')) return valuesAt({ value: member, node: field.node, ...names }, rest);
  const list = field.node;
  if (member.kind !== 'list' || list.kind !== 'list') return [];
  return member.items.flatMap((item) => valuesAt({ value: item, node: list.item, ...names }, rest));
}

function isRefused(value: OutNode, node: SpecNode, rule: FilterRule, point: Point): boolean {
  switch (value.kind) {
    case 'object':
      return node.kind === 'object' && isSet(value, node, point);
    case 'list':
      return value.items.length > 0;
    case 'text':
      return rule.when === 'set' || value.value !== '';
    default:
      return true;
  }
}
