import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'embedded-config-invalid',
  severity: 'error',
  docs: {
    what: 'The inline of ignition.config.merge or ignition.config.replace is not an Ignition config: it is not JSON, or has values of wrong types. A second finding says where.',
    why: 'Ignition would read the embedded config when the machine starts, and refuse it.',
    fix: 'Put the JSON of an Ignition config there: what the compiler makes of a Butane config, not the Butane config itself.',
  },
});
