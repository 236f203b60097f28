import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-later-document',
  severity: 'warning',
  docs: {
    what: 'The file goes on behind its first YAML document.',
    why: 'Only the first document is compiled; all that follows `---` or `...` is ignored without a word by the reference.',
    fix: 'Remove the line `---` if everything belongs together, or put each config into a file of its own.',
  },
});
