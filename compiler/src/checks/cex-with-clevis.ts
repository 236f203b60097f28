import { check, look } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'cex-with-clevis',
  severity: 'error',
  docs: {
    what: 'A volume is to be unlocked both with a Crypto Express card (`cex`) and with Clevis (`tang`, `tpm2`, `threshold` or a custom pin).',
    why: 'The key of such a volume is held either by the card or by Clevis; Ignition refuses to set up both.',
    fix: 'Keep one of the two.',
  },
  // Elsewhere cex is refused altogether.
  gate: { except: ['flatcar', 'r4e', 'fiot'] },
  looks: [
    look({
      side: 'source',
      on: 'boot_device.luks',
      run(luks, context) {
        const { cex, tang, tpm2 } = luks.fields;
        const clevis = tang && tang.items.length > 0 ? tang : tpm2?.value === true ? tpm2 : undefined;
        if (cex?.fields.enabled?.value !== true || clevis === undefined) return;
        const name = clevis === tang ? 'tang' : 'tpm2';
        const message = `\`cex\` cannot be combined with \`${name}\`; keep one way of unlocking`;
        context.report(luks, message, {
          notes: [noteAt(clevis, `\`${name}\` is here`)],
        });
      },
    }),
    look({
      side: 'output',
      on: 'storage.luks[]',
      run({ fields: { cex, clevis } }, context) {
        if (cex?.fields.enabled?.value !== true || clevis === undefined) return;
        const { custom, tang, threshold, tpm2 } = clevis.fields;
        const hasThreshold = threshold !== undefined && threshold.value !== 0;
        if (!custom?.fields.pin?.value && !tang?.items.length && tpm2?.value !== true && !hasThreshold) return;
        const notes = [noteAt(clevis, '`clevis` is here')];
        context.report(cex, '`cex` cannot be combined with `clevis`; keep one way of unlocking', { notes });
      },
    }),
  ],
});
