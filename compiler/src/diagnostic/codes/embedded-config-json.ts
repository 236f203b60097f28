import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'embedded-config-json',
  severity: 'error',
  fixIsInMessages: true,
  docs: {
    what: 'An Ignition config, be it a file or the `inline` of another config, is not JSON, or one of its values is of another type than its field: a text where a number is needed, an array where an object is needed.',
    why: 'Ignition refuses such a config as a whole, and the machine does not start.',
    fix: 'Mend the place that is marked. JSON wants double quotes around keys and texts, commas between entries and not behind the last, and decimal numbers: a mode of 0644 is 420.',
  },
});
