import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'fragment-encoding',
  severity: 'error',
  docs: {
    what: 'An Ignition config holds bytes that are not UTF-8.',
    why: 'Ignition puts U+FFFD in their place without a word, so that the machine gets something else than what was written.',
    fix: 'Save the file as UTF-8; put binary contents into a data URL in base64.',
  },
});
