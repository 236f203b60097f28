import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';
import { noteAt } from './shared/notes.ts';
import { isS390x } from './shared/s390x.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'cex-architecture-mismatch',
  severity: 'error',
  docs: {
    what: 'The boot disk is to be unlocked with a Crypto Express card, and the layout is not one of s390x.',
    why: 'Crypto Express cards exist in IBM Z only; on any other machine the root file system could not be unlocked.',
    fix: 'Set `layout` to `s390x-eckd`, `s390x-zfcp` or `s390x-virt`, or unlock with `tpm2` or `tang` instead of `cex`.',
  },
  side: 'source',
  on: 'boot_device',
  run(bootDevice, context) {
    const { layout, luks } = bootDevice.fields;
    const cex = luks?.fields.cex;
    if (cex?.fields.enabled?.value !== true || isDamaged(bootDevice, 'layout')) return;
    if (layout === undefined) {
      context.report(cex, '`cex` works on s390x only; set `layout` to one of s390x, or remove `cex`');
    } else if (!isS390x(layout.value)) {
      const notes = [noteAt(cex, '`cex` is asked for here')];
      const message = `\`cex\` works on s390x only, not with layout ${quoted(layout.value)}; change the layout or remove \`cex\``;
      context.report(layout, message, { notes });
    }
  },
});
