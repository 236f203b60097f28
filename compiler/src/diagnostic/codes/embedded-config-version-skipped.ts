import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'embedded-config-version-skipped',
  severity: 'warning',
  docs: {
    what: 'An embedded Ignition config is of another version than the config around it, so that nothing but its shape was checked.',
    why: 'Ignition reads older versions too, but faults in the embedded config come out only when the machine starts.',
    fix: 'Give the embedded config the Ignition version that the variant and version write, or check it on its own before embedding it.',
  },
});
