import { check, memberPlace } from './shared/check.ts';
import { hasDamagedItems } from './shared/damage.ts';

export default check({
  code: 'raid-devices-required',
  severity: 'error',
  docs: {
    what: 'A RAID array has no `devices`.',
    why: 'There is nothing that the array could be made of.',
    fix: 'List the member devices, for example `devices: [/dev/disk/by-partlabel/r1, /dev/disk/by-partlabel/r2]`.',
  },
  side: 'output',
  on: 'storage.raid[]',
  run(array, context) {
    const { devices } = array.fields;
    if ((devices && devices.items.length > 0) || hasDamagedItems(devices)) return;
    context.report(memberPlace(array, 'devices'), 'the array has no `devices`; list the devices that it is made of');
  },
});
