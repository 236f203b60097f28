import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'variant-missing',
  severity: 'error',
  fixIsInMessages: true,
  docs: {
    what: 'The top-level key variant is absent or empty.',
    why: 'Variant and version select the rules by which a config is read; without them nothing can be said about it.',
    fix: 'Start the file with variant and version, for example variant: fcos and version: 1.7.0.',
  },
});
