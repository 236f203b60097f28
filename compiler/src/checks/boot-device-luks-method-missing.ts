import type { BootDevice } from '../config.ts';
import { check } from './shared/check.ts';
import { hasDamagedItems, isDamaged } from './shared/damage.ts';

type BootLuks = NonNullable<BootDevice['fields']['luks']>;

export default check({
  code: 'boot-device-luks-method-missing',
  severity: 'error',
  docs: {
    what: '`boot_device.luks` names a device, but no way to unlock it.',
    why: 'Nothing would be encrypted: `device` alone has no effect, and the root file system stays readable to whoever holds the disk.',
    fix: 'Add `tpm2: true`, a `tang` server or (on s390x) `cex: {enabled: true}`, or remove `luks`.',
  },
  gate: { fcos: { since: '1.7.0' } },
  side: 'source',
  on: 'boot_device.luks',
  run(luks, context) {
    if (!luks.fields.device?.value || hasMethod(luks) || isUncertain(luks)) return;
    const message = '`luks` has a `device` but no way to unlock it; add `tpm2`, `tang` or `cex`';
    context.report(luks, message);
  },
});

function hasMethod({ fields: { tang, tpm2, cex } }: BootLuks): boolean {
  if (tpm2?.value === true || cex?.fields.enabled?.value === true) return true;
  return (tang?.items ?? []).some(({ fields }) => {
    const { url, thumbprint, advertisement } = fields;
    return thumbprint !== undefined || advertisement !== undefined || (url !== undefined && url.value !== '');
  });
}

function isUncertain(luks: BootLuks): boolean {
  const { tang, cex } = luks.fields;
  if (isDamaged(luks, 'tang', 'tpm2', 'cex') || hasDamagedItems(tang)) return true;
  return (
    (cex !== undefined && isDamaged(cex, 'enabled')) ||
    (tang?.items ?? []).some((server) => isDamaged(server, 'url', 'thumbprint', 'advertisement'))
  );
}
