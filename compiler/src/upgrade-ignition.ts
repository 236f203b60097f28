// Raises an Ignition config to a newer version, as Ignition does before it merges configs of different versions. What gets
// lost on the way is handed back with its values. Never lowers a version, and never reports anything itself.
import { fieldsOf } from '../../spec/fields.ts';
import { compareVersions, holds, type Point } from '../../spec/gate.ts';
import type { Field, ObjectNode } from '../../spec/model.ts';
import type { IgnitionSpec } from '../../spec/resolve.ts';
import { config as configSpec } from '../../spec/shapes/config.ts';
import { type UpgradeLoss, upgradeLosses } from '../../spec/upgrades.ts';
import type { Config } from './config.ts';
import { text, withFields } from './output/make.ts';
import type { OutNode, OutObject } from './output/nodes.ts';

export interface Upgraded {
  readonly config: Config;
  readonly losses: readonly LostValue[];
}

export interface LostValue {
  readonly rule: UpgradeLoss;
  /** The value as it was. */
  readonly value: OutNode;
}

/** `config` as one of version `to`, which is not older than `from`. */
export function upgradeIgnition(config: Config, from: IgnitionSpec, to: IgnitionSpec): Upgraded {
  if (from === to) return { config, losses: [] };
  const rules = upgradeLosses.filter((rule) => isPassed(rule, from, to));
  const losses: LostValue[] = [];
  let raised: OutObject = withZeroTexts(config, configSpec, from.point, to.point);
  for (const rule of rules) raised = lose(raised, rule.path.split('.'), rule, losses) as OutObject;
  return { config: withVersion(raised as Config, to), losses };
}

function isPassed(rule: UpgradeLoss, from: IgnitionSpec, to: IgnitionSpec): boolean {
  return compareVersions(from.version, rule.to) < 0 && compareVersions(rule.to, to.version) <= 0;
}

function withVersion(config: Config, { version }: IgnitionSpec): Config {
  const { ignition } = config.fields;
  const origin = ignition?.fields.version?.origin ?? config.origin;
  const member = text(version, origin);
  return withFields(config, {
    ignition: ignition
      ? withFields(ignition, { version: member })
      : { kind: 'object', fields: { version: member }, origin },
  });
}

/** Texts that were always there become texts that need not be there; they stay there, and be they empty. */
function withZeroTexts(object: OutObject, spec: ObjectNode, from: Point, to: Point): OutObject {
  const changes: Record<string, OutNode> = {};
  for (const [name, field] of fieldsOf(spec, from, 'output')) {
    const value = object.fields[name];
    const changed = withZeroText(value, field, object, from, to);
    if (changed !== undefined && changed !== value) changes[name] = changed;
  }
  return Object.keys(changes).length === 0 ? object : withFields(object, changes);
}

function withZeroText(
  value: OutNode | undefined,
  { node, nullable }: Field,
  parent: OutObject,
  from: Point,
  to: Point,
): OutNode | undefined {
  if (node.kind === 'string' && value === undefined) {
    return !holds(nullable, from) && holds(nullable, to) ? text('', parent.origin) : undefined;
  }
  if (value?.kind === 'object' && node.kind === 'object') return withZeroTexts(value, node, from, to);
  if (value?.kind !== 'list' || node.kind !== 'list') return value;
  const { item: spec } = node;
  if (spec.kind !== 'object') return value;
  const items = value.items.map((item) => (item.kind === 'object' ? withZeroTexts(item, spec, from, to) : item));
  return items.some((item, index) => item !== value.items[index]) ? { ...value, items } : value;
}

/** `value` without what the rule takes away at the path below it; undefined when nothing is left of it. */
function lose(value: OutNode, steps: readonly string[], rule: UpgradeLoss, losses: LostValue[]): OutNode | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return loseHere(value, rule, losses);
  if (value.kind !== 'object') return value;
  const name = step.replace('[]', '');
  const member = value.fields[name];
  if (member === undefined) return value;
  const changed =
    member.kind === 'list' && step.endsWith('[]')
      ? { ...member, items: member.items.flatMap((item) => lose(item, rest, rule, losses) ?? []) }
      : lose(member, rest, rule, losses);
  return changed === member ? value : withFields(value, { [name]: changed });
}

function loseHere(value: OutNode, rule: UpgradeLoss, losses: LostValue[]): OutNode | undefined {
  if (rule.loses === 'value') {
    losses.push({ rule, value });
    return undefined;
  }
  if (value.kind !== 'int') return value;
  const bits = BigInt(rule.loses.bits);
  const number = BigInt(value.value);
  if (number < 0n || (number & bits) === 0n) return value;
  losses.push({ rule, value });
  return { ...value, value: Number(number & ~bits) };
}
