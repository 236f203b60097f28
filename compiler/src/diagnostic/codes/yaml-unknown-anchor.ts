import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-unknown-anchor',
  severity: 'error',
  docs: {
    what: 'An alias (`*name`) names an anchor (`&name`) that does not stand before it.',
    why: 'An alias repeats a value that was marked earlier in the same document; without the mark there is nothing to repeat, and the config is refused.',
    fix: 'Mark the value with the anchor above the alias, and spell both alike. Put quotes around a text that merely starts with `*`.',
  },
});
