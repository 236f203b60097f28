import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'clevis-unsupported',
  severity: 'error',
  docs: {
    what: 'A volume is to be unlocked with Clevis, on Flatcar before the spec 1.2.0.',
    why: 'Images for these specs come without Clevis: the volume could be made, but not unlocked at the next boot.',
    fix: 'Use a `key_file`, or the spec flatcar 1.2.0-experimental.',
  },
});
