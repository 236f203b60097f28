// What a variant refuses is a finding of its own. Whatever else could be said about it, or because of it, is moot: it has to
// go.
import type { FilterRule } from '../../../../spec/model.ts';
import type { Config } from '../../config.ts';
import type { OutNode } from '../../output/nodes.ts';

/** `config` without the values that filter rules refuse. */
export function withoutRefused(config: Config, rules: readonly FilterRule[]): Config {
  const paths = rules.map((rule) => rule.path.split('.'));
  return paths.reduce<OutNode>((value, path) => without(value, path), config) as Config;
}

function without(value: OutNode, [step = '', ...rest]: readonly string[]): OutNode {
  if (value.kind !== 'object') return value;
  const name = step.replace('[]', '');
  const member = value.fields[name];
  if (member === undefined) return value;
  if (rest.length === 0) return { ...value, fields: { ...value.fields, [name]: undefined } };
  const changed =
    member.kind === 'list'
      ? { ...member, items: member.items.map((item) => without(item, rest)) }
      : without(member, rest);
  return { ...value, fields: { ...value.fields, [name]: changed } };
}
