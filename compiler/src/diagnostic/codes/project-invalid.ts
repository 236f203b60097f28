import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'project-invalid',
  severity: 'error',
  docs: {
    what: 'Something in `kindling.yaml` makes no sense: a target without a name, without fragments, with the name or the output of another one, or with an unknown format.',
    why: 'It cannot be said what is to be built.',
    fix: 'The JSON Schema of projects lists all fields; the message says what this one lacks.',
  },
});
