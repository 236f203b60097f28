import { type CheckContext, check, look } from '../../checks/shared/check.ts';
import { hasDamagedItems, isDamaged } from '../../checks/shared/damage.ts';
import type { BootDevice, Luks } from '../../config.ts';

export default check({
  code: 'clevis-threshold-unreachable',
  severity: 'warning',
  docs: {
    what: 'A LUKS volume needs more keys than it has: its `threshold` is greater than the number of Tang servers and, with `tpm2`, one more.',
    why: 'So many keys never come together: the volume cannot be unlocked, and the machine does not come up.',
    fix: 'Lower the `threshold`, or add Tang servers. Without a `threshold` one key is enough.',
  },
  fixIsInMessages: true,
  looks: [
    look({ side: 'source', on: 'boot_device.luks', run: (luks, context) => examine(luks, context) }),
    look({ side: 'source', on: 'storage.luks[].clevis', run: (clevis, context) => examine(clevis, context) }),
  ],
});

type Pins = NonNullable<BootDevice['fields']['luks']> | NonNullable<Luks['fields']['clevis']>;

function examine(pins: Pins, context: CheckContext): void {
  const { threshold, tang, tpm2 } = pins.fields;
  // Keys may come by other means, or be unreadable here.
  if (threshold === undefined || hasDamagedItems(tang) || isDamaged(pins, 'tang', 'tpm2')) return;
  if ('custom' in pins.fields && pins.fields.custom !== undefined) return;
  const servers = tang?.items.length ?? 0;
  const keys = servers + (tpm2?.value === true ? 1 : 0);
  // Without any key there is no Clevis, and other findings say so.
  if (keys === 0 || threshold.value <= keys) return;
  const has = [
    ...(servers > 0 ? [`${servers} Tang ${servers === 1 ? 'server' : 'servers'}`] : []),
    ...(tpm2?.value === true ? ['the TPM'] : []),
  ].join(' and ');
  const message = `${threshold.value} keys are needed to unlock this volume, and it has only ${has}; use a \`threshold\` of at most ${keys}`;
  context.report(threshold, message);
}
