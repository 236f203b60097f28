import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'ignition-empty',
  severity: 'error',
  docs: {
    what: 'The Ignition config is a file without a single character.',
    why: 'There is nothing to read; Ignition treats it as an error and not as a config that does nothing.',
    fix: 'Write the smallest config, {"ignition": {"version": "3.6.0"}}, and go on from there.',
  },
});
