// Units of systemd and their drop-ins: in `systemd.units`, and as plain files where systemd looks for them.
import { unitEndings } from '../../../../spec/unit-endings.ts';
import type { LanguageDeclaration } from '../language.ts';
import { unitPlaceOf } from '../unit-place.ts';

const unitFile = new RegExp(`^[^/]+\\.(?:${unitEndings.join('|')})$`);
const dropin = new RegExp(`^(?:[^/]+\\.)?(?:${unitEndings.join('|')})\\.d/[^/]+\\.conf$`);

const systemd: LanguageDeclaration = {
  name: 'systemd',
  claims: ({ role, path }) => {
    if (role !== undefined) return role === 'unit-text';
    const place = unitPlaceOf(path);
    return place?.language === 'systemd' && (unitFile.test(place.name) || dropin.test(place.name));
  },
  load: async () => (await import('./service.ts')).systemdLanguage,
};

export default systemd;
