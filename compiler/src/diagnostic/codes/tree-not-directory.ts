import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'tree-not-directory',
  severity: 'error',
  docs: {
    what: 'The local name of a tree is not a directory.',
    why: 'A tree copies a directory with everything below it.',
    fix: 'Name a directory, or use storage.files with contents.local for a single file.',
  },
});
