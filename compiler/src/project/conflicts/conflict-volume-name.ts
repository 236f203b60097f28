import type { Raid } from '../../config.ts';
import type { Given } from '../../merge/fold-context.ts';
import { areSeveral, byKey, defineConflict, givenBy, isBelow } from './shared/conflict.ts';
import { describeField } from './shared/show-value.ts';

export default defineConflict({
  code: 'conflict-volume-name',
  severity: 'error',
  docs: {
    what: 'Two fragments define an array, or an encrypted volume, of one name differently.',
    why: 'They are one and the same for Ignition; it would join the devices of both, or take either definition.',
    fix: 'Give one of them another name, or define it in one fragment only.',
  },
  claims: ({ kind, path }) => kind === 'value' && (isBelow(path, 'storage.raid[]') || isBelow(path, 'storage.luks[]')),
  describe: (clash) => `${describeField(clash)} differs between fragments; they define the same volume twice`,
  find(context) {
    const arrays = givenBy(context, ({ fields }) => fields.storage?.fields.raid?.items);
    for (const [name, given] of byKey(arrays, ({ value }) => value.fields.name?.value)) {
      const withDevices = given.filter(({ value }) => devicesOf(value) !== '');
      if (!areSeveral(withDevices) || new Set(withDevices.map(({ value }) => devicesOf(value))).size < 2) continue;
      const placed = withDevices.map(({ from, value }): Given => ({ from, value: value.fields.devices ?? value }));
      context.report({ given: placed, message: `the array \`${name}\` has different devices in different fragments` });
    }
  },
});

function devicesOf({ fields }: Raid): string {
  const names = (fields.devices?.items ?? []).map(({ value }) => value);
  return [...new Set(names)].sort().join('\0');
}
