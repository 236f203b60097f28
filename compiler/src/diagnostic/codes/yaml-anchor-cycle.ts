import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-anchor-cycle',
  severity: 'error',
  docs: {
    what: 'An alias stands inside the value that it stands for, so that the value would contain itself.',
    why: 'A config is a finite tree; such a document has no meaning and is refused.',
    fix: 'Write the inner value out, or remove the merge key that merges its own mapping.',
  },
});
