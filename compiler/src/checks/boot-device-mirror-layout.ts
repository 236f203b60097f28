import { defaultLayout } from '../../../spec/boot-layouts.ts';
import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';

export default check({
  code: 'boot-device-mirror-layout',
  severity: 'warning',
  severityWhere: { gate: { fcos: { since: '1.7.0' } }, severity: 'error' },
  docs: {
    what: 'The boot disk is mirrored, and `boot_device.layout` does not say for which architecture.',
    why: 'Mirroring makes the partitions of the image anew on every disk. Without a layout those of x86_64 are made, and a machine of another architecture does not boot.',
    fix: 'Set `layout`, for example `layout: x86_64`.',
  },
  side: 'source',
  on: 'boot_device',
  run(bootDevice, context) {
    const { layout, mirror } = bootDevice.fields;
    if (mirror === undefined || layout !== undefined || isDamaged(bootDevice, 'layout')) return;
    if ((mirror.fields.devices?.items.length ?? 0) === 0) return;
    const message = `a mirrored boot disk needs a \`layout\`; add \`layout: ${defaultLayout}\` or that of the machine's architecture`;
    context.report(mirror, message, { data: { layout: defaultLayout } });
  },
});
