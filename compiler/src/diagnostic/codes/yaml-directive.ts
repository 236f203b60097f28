import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-directive',
  severity: 'error',
  docs: {
    what: 'A line that starts with `%` is a directive, and this one is unknown, malformed or repeated, or asks for a YAML version other than 1.1. Or text stands behind `|` or `>`, where the line has to end as it has behind a directive.',
    why: 'Configs are read as YAML 1.1, whatever newer parsers take; the config is refused.',
    fix: 'Remove the line: no config needs a directive. Text that starts with `%` has to be indented or quoted; text that belongs to `|` or `>` begins on the next line.',
  },
});
