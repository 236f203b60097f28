import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'machineconfig-expected',
  severity: 'error',
  docs: {
    what: 'A YAML document that should be a MachineConfig is something else.',
    why: 'Only MachineConfigs have an Ignition config below `spec.config`; anything else in the file would be dropped in silence.',
    fix: 'Move other objects into another file.',
  },
});
