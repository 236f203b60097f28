import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-type-mismatch',
  severity: 'error',
  fixIsInMessages: true,
  docs: {
    what: 'A value is of another kind than its field: a text where a list is needed, a list where a mapping is needed, a quoted number.',
    why: 'The value cannot be read; the config is refused.',
    fix: 'Write the kind that the message names. Numbers and truth values must not be quoted, list items start with a dash.',
  },
});
