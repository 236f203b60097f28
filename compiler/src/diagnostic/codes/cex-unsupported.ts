import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'cex-unsupported',
  severity: 'error',
  docs: {
    what: 'A volume is to be unlocked with a Crypto Express card, on Flatcar.',
    why: 'Such cards exist in IBM Z only, for which there is no Flatcar; `enabled: false` counts as set, too.',
    fix: 'Remove `cex`, and unlock with `clevis` or a `key_file`.',
  },
});
