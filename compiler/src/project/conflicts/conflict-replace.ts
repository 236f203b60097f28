import { afterAllVersions } from '../../../../spec/gate.ts';
import { config as configSpec } from '../../../../spec/shapes/config.ts';
import { ignition as ignitionSpec } from '../../../../spec/shapes/ignition.ts';
import type { Config } from '../../config.ts';
import { isSet } from '../../output/is-set.ts';
import type { OutNode } from '../../output/nodes.ts';
import { defineConflict } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-replace',
  severity: 'error',
  docs: {
    what: 'A fragment replaces the whole config by another one, and other fragments have something to say.',
    why: 'Ignition fetches the replacing config and throws this one away, with all that the other fragments put into it.',
    fix: 'Remove `ignition.config.replace`, or use `merge` instead; or build the replacing config as a target of its own.',
  },
  find(context) {
    const replacing = context.configs.flatMap((config, from) => {
      const value = config.fields.ignition?.fields.config?.fields.replace;
      return value?.fields.source ? [{ from, value }] : [];
    });
    const [first] = replacing;
    if (first === undefined) return;
    const others = context.configs.flatMap((config, from) => {
      const value = from === first.from ? undefined : contentOf(config);
      return value === undefined ? [] : [{ from, value }];
    });
    if (others.length === 0) return;
    const message = `${context.nameOf(first.from)} replaces the whole config, so that what other fragments say is thrown away`;
    context.report({ given: [...others, first], message, winning: first });
  },
});

/** The first thing that a config has to say. */
function contentOf({ fields }: Config): OutNode | undefined {
  const point = { base: afterAllVersions };
  const { ignition, ...rest } = fields;
  const sections = Object.entries(rest).filter(([name]) => name in sectionSpecs);
  for (const [name, value] of sections) {
    const spec = sectionSpecs[name];
    if (spec && value?.kind === 'object' && isSet(value, spec, point)) return value;
  }
  if (ignition === undefined) return undefined;
  const { version, ...settings } = ignition.fields;
  void version;
  const isOwn = isSet({ ...ignition, fields: settings }, ignitionSpec, point);
  return isOwn ? ignition : undefined;
}

const sectionSpecs: Readonly<Record<string, Parameters<typeof isSet>[1]>> = {
  kernel_arguments: configSpec.fields.kernel_arguments.node,
  passwd: configSpec.fields.passwd.node,
  storage: configSpec.fields.storage.node,
  systemd: configSpec.fields.systemd.node,
};
