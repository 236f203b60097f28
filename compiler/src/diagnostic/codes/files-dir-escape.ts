import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'files-dir-escape',
  severity: 'error',
  docs: {
    what: 'A local name leads out of the files directory.',
    why: 'Files outside are refused, so that a config from elsewhere cannot pull in private files of your machine.',
    fix: 'Move the file into the files directory, or give a directory further up with --files-dir.',
  },
});
