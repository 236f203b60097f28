import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-duplicate-key',
  severity: 'error',
  docs: {
    what: 'A mapping has the same key twice. Quotes make no difference.',
    why: 'Only one of the two values could count, and which one is not visible to a reader; the config is refused.',
    fix: 'Keep one of them. For a list, put the items of both under one key.',
  },
});
