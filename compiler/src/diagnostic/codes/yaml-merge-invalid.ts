import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-merge-invalid',
  severity: 'error',
  docs: {
    what: 'The value of a merge key (<<) is neither a mapping, nor an alias of a mapping, nor a list of these.',
    why: 'There is nothing that could be merged; the config is refused.',
    fix: 'Refer to a mapping that carries an anchor (<<: *base), or remove the key. To use it as an ordinary key, quote it.',
  },
});
