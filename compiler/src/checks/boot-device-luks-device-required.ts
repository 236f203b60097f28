import { check } from './shared/check.ts';
import { bootDisks } from './shared/s390x.ts';

export default check({
  code: 'boot-device-luks-device-required',
  severity: 'error',
  docs: {
    what: 'The layout `s390x-eckd` or `s390x-zfcp` is used without `boot_device.luks.device`.',
    why: 'On these layouts the root partition has no stable label to find it by; its device is made from the boot disk.',
    fix: 'Name the boot disk, for example `luks: {device: /dev/dasda}` for ECKD or `/dev/sda` for zFCP. For a virtio disk use the layout `s390x-virt`.',
  },
  gate: { fcos: { since: '1.6.0' } },
  side: 'source',
  on: 'boot_device',
  run(bootDevice, context) {
    const { layout, luks } = bootDevice.fields;
    if (layout === undefined) return;
    const disk = bootDisks.get(layout.value);
    if (disk === undefined || luks?.fields.device?.value) return;
    if (bootDevice.origin.at('luks', 'device').damaged) return;
    const message = `layout \`${layout.value}\` needs \`luks.device\`; name the boot disk, such as \`${disk.example}\``;
    context.report(layout, message);
  },
});
