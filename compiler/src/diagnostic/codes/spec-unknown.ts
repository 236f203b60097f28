import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'spec-unknown',
  severity: 'error',
  docs: {
    what: 'No published spec has this variant and version.',
    why: 'The rules for reading the config are not known.',
    fix: 'Use a published version of the variant; experimental ones end in -experimental. The variant is written in lower case.',
  },
});
