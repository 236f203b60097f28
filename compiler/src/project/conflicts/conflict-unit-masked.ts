import type { Unit } from '../../config.ts';
import type { Given } from '../../merge/fold-context.ts';
import { areSeveral, byKey, defineConflict, givenBy } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-unit-masked',
  severity: 'error',
  docs: {
    what: 'A unit is enabled in one fragment and masked in another.',
    why: 'A masked unit can never start, so that enabling it is in vain.',
    fix: 'Remove `enabled` or `mask`, depending on which fragment is right.',
  },
  settles: true,
  find(context) {
    const units = givenBy(context, ({ fields }) => fields.systemd?.fields.units?.items);
    for (const [name, given] of byKey(units, ({ value }) => value.fields.name?.value)) {
      const enabled = given.filter(({ value }) => value.fields.enabled?.value === true).map(enabledOf);
      const masked = given.filter(({ value }) => value.fields.mask?.value === true).map(maskOf);
      if (enabled.length === 0 || masked.length === 0 || !areSeveral([...enabled, ...masked])) continue;
      context.report({ given: [...enabled, ...masked], message: `the unit \`${name}\` is enabled and masked` });
    }
  },
});

function enabledOf({ from, value }: Given<Unit>): Given {
  return { from, value: value.fields.enabled ?? value };
}

function maskOf({ from, value }: Given<Unit>): Given {
  return { from, value: value.fields.mask ?? value };
}
