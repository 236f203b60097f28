import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'include-version',
  severity: 'error',
  docs: {
    what: 'An included config is of a newer Ignition version than the config that includes it.',
    why: 'The machine was chosen for the version of the outer config, and its Ignition may not be able to read the inner one.',
    fix: 'Raise the version of the including config, or lower that of the included one.',
  },
});
