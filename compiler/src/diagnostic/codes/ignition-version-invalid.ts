import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'ignition-version-invalid',
  severity: 'error',
  docs: {
    what: 'An Ignition config does not say its version, or ignition.version is not of the form MAJOR.MINOR.PATCH.',
    why: 'The version says by which rules the config is read; without it Ignition refuses the config.',
    fix: 'Write the version in full, as a text: "ignition": {"version": "3.6.0"}.',
  },
});
