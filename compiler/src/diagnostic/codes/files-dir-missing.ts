import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'files-dir-missing',
  severity: 'error',
  docs: {
    what: 'The config names a local file or directory, and no files directory was given.',
    why: 'Local names are relative to the files directory; without one nothing is read, so that a config cannot reach files by accident.',
    fix: 'Give the directory: kindling compile --files-dir DIR (-d DIR). Names in the config are relative to it.',
  },
});
