import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-syntax',
  severity: 'error',
  fixIsInMessages: true,
  docs: {
    what: 'The text is not well-formed YAML: indentation, quotes, brackets, colons, escapes or tags are not as they have to be.',
    why: 'Where the structure is broken, nothing below it can be read for certain, and the config is refused. Only the first document of a file counts, but a fault right behind it still shows.',
    fix: 'Mend the marked place; a note names the place where something was opened. Indent with spaces only, close quotes and brackets, and put quotes around text that contains `: ` or ` #` or starts with an indicator such as `@`, `*` or `%`.',
  },
});
