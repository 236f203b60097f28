import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'include-cycle',
  severity: 'error',
  docs: {
    what: 'A config includes itself, by way of `ignition.config.merge[].local` or `replace.local`, perhaps through others.',
    why: 'There is no end to it, and so no config that could be embedded.',
    fix: 'Remove one of the includes. What several fragments need belongs into a fragment of its own that includes none of them.',
  },
});
