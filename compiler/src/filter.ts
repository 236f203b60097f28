// What a variant reads but refuses: the filter rules of its spec, applied to the output.
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
  return spec.filters.flatMap((rule) => {
    const definition = definitionByCode.get(rule.code);
    if (definition === undefined) return [];
    return valuesAt(output, configSpec, rule.path.split('.')).flatMap(({ value, node }) => {
      if (!isRefused(value, node, rule, spec.point)) return [];
      const field = rule.path.split('.').at(-1)?.replace('[]', '');
      const message = `\`${field}\` cannot be used with ${spec.variant} ${spec.version}: ${rule.reason}`;
      return [report(definition, value.origin.at(), message)];
    });
  });
}

interface ValueWithSpec {
  readonly value: OutNode;
  readonly node: SpecNode;
}

function valuesAt(value: OutNode, node: SpecNode, steps: readonly string[]): readonly ValueWithSpec[] {
  const [step, ...rest] = steps;
  if (step === undefined) return [{ value, node }];
  if (value.kind !== 'object' || node.kind !== 'object') return [];
  const name = step.replace('[]', '');
  const member = value.fields[name];
  const field = node.fields[name];
  if (member === undefined || field === undefined) return [];
  if (!step.endsWith('[]')) return valuesAt(member, field.node, rest);
  const list = field.node;
  if (member.kind !== 'list' || list.kind !== 'list') return [];
  return member.items.flatMap((item) => valuesAt(item, list.item, rest));
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
