import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { isS390x } from './shared/s390x.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'boot-device-mirror-unsupported',
  severity: 'error',
  docs: {
    what: 'The boot disk is to be mirrored on a layout of s390x.',
    why: 'The boot loader of IBM Z cannot start from a mirrored disk, so that there is no layout for it.',
    fix: 'Remove `mirror`; mirror the disks below the machine, or only data disks with `storage.raid`.',
  },
  gate: { fcos: { since: '1.6.0' } },
  side: 'source',
  on: 'boot_device',
  run({ fields: { layout, mirror } }, context) {
    if (layout === undefined || !isS390x(layout.value) || !mirror?.fields.devices?.items.length) return;
    const notes = [noteAt(mirror, 'the mirror is here')];
    context.report(layout, `layout ${quoted(layout.value)} cannot be mirrored; remove \`mirror\``, { notes });
  },
});
