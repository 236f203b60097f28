import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'user-field-unsupported',
  severity: 'error',
  docs: {
    what: 'A user of an openshift config has a field that the operator does not apply.',
    why: 'The Machine Config Operator manages only the SSH keys of the user `core`, and since 4.13.0 the password; anything else would be refused or lost.',
    fix: 'Remove the field. `false` and an empty text count as set, too.',
  },
});
