import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'tree-file-type',
  severity: 'error',
  docs: {
    what: 'A tree holds something that is neither a file, nor a directory, nor a symbolic link: a FIFO, socket or device.',
    why: 'Ignition can only make files, directories and links.',
    fix: 'Remove the entry from the tree, or name a subdirectory without it.',
  },
});
