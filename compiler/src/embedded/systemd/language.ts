// Units of systemd and their drop-ins: in `systemd.units`, and as plain files where systemd looks for them.

import type { LanguageDeclaration } from '../language.ts';
import { unitSuffixes } from '../unit-syntax/unit-suffixes.ts';

const directories = /^\/(?:etc|run|usr\/local\/lib|usr\/lib)\/systemd\/(?:system|user)(?:\.attached)?\//;
const unitFile = new RegExp(`^[^/]+\\.(?:${unitSuffixes.join('|')})$`);
const dropin = new RegExp(`^(?:[^/]+\\.)?(?:${unitSuffixes.join('|')})\\.d/[^/]+\\.conf$`);

const systemd: LanguageDeclaration = {
  name: 'systemd',
  claims: ({ role, path }) => {
    if (role === 'unit-text') return true;
    const name = role === undefined ? path.replace(directories, '') : path;
    return name !== path && (unitFile.test(name) || dropin.test(name));
  },
  load: async () => (await import('./service.ts')).systemdLanguage,
};

export default systemd;
