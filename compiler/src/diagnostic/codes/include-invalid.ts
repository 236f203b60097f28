import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'include-invalid',
  severity: 'error',
  docs: {
    what: 'An included config cannot be embedded or folded in: it has errors, it is no config that Ignition could merge, or what a data URL carries is not what its `compression` and `verification` say.',
    why: 'Only an Ignition config can stand in `ignition.config.merge`, or a Butane config that compiles to one.',
    fix: 'Mend what the other findings say; include a Butane or Ignition config, not a MachineConfig.',
  },
});
