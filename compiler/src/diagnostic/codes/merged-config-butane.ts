import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'merged-config-butane',
  severity: 'error',
  docs: {
    what: 'A config under `ignition.config` is a Butane file. Ignition reads JSON only.',
    why: 'It is embedded as it is, and the machine stops at first boot because it cannot read it.',
    fix: 'Compile the file first and name its output, or merge the fragments with `kindling merge`.',
  },
});
