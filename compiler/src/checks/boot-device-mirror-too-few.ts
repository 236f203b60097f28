import { check } from './shared/check.ts';
import { hasDamagedItems } from './shared/damage.ts';

export default check({
  code: 'boot-device-mirror-too-few',
  severity: 'error',
  docs: {
    what: 'The mirror of the boot disk has one device only.',
    why: 'A mirror of one disk protects against nothing, and the array would be incomplete from the start.',
    fix: 'Name at least two whole disks under `devices`, or remove `mirror`.',
  },
  side: 'source',
  on: 'boot_device.mirror.devices',
  run(devices, context) {
    if (devices.items.length !== 1 || hasDamagedItems(devices)) return;
    context.report(devices, 'a mirror needs at least two disks; add another one or remove `mirror`');
  },
});
