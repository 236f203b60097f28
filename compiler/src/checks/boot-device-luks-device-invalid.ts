import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { bootDisks } from './shared/s390x.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'boot-device-luks-device-invalid',
  severity: 'error',
  docs: {
    what: '`boot_device.luks.device` does not fit the layout: `s390x-eckd` wants a DASD, `s390x-zfcp` a SCSI disk.',
    why: 'The device of the root partition is made by adding the number of the partition; with another name it would not exist, and the machine would not boot.',
    fix: 'Name the whole disk by its kernel name: `/dev/dasd` and one letter for ECKD, `/dev/sd` and one letter for zFCP.',
  },
  gate: { fcos: { since: '1.6.0' } },
  side: 'source',
  on: 'boot_device',
  run({ fields: { layout, luks } }, context) {
    if (layout === undefined) return;
    const disk = bootDisks.get(layout.value);
    const device = luks?.fields.device;
    if (disk === undefined || !device?.value || disk.device.test(device.value)) return;
    const notes = [noteAt(device, 'the device is here')];
    const message = `layout \`${layout.value}\` wants ${disk.noun} such as \`${disk.example}\` as \`luks.device\`, not ${quoted(device.value)}`;
    context.report(layout, message, { notes });
  },
});
