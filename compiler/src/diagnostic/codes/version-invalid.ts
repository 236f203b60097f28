import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'version-invalid',
  severity: 'error',
  docs: {
    what: 'The top-level key version is absent, or not of the form MAJOR.MINOR.PATCH.',
    why: 'Variant and version select the rules by which a config is read.',
    fix: 'Write all three numbers, for example `version: 1.7.0`; OpenShift has versions such as `4.22.0`.',
  },
});
