import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-tag-invalid',
  severity: 'error',
  docs: {
    what: 'A scalar carries an explicit tag such as !!int, and its text cannot be read that way.',
    why: 'The tag says that the value has to be of that type; the config is refused.',
    fix: 'Remove the tag, or mend the text. The text of !!binary must be standard base64 with padding.',
  },
});
