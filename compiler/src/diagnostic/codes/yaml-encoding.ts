import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-encoding',
  severity: 'error',
  docs: {
    what: 'The file is not valid UTF-8 (or UTF-16 with a byte order mark), or it contains a control character.',
    why: 'YAML allows no control characters but tab and line breaks, not even in comments; the config is refused.',
    fix: 'Save the file as UTF-8 and remove the character. A value can hold it as an escape in double quotes, such as `"\\u0001"`; binary data belongs in a local file or behind `!!binary`.',
  },
});
