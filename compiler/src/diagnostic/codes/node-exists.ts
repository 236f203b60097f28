import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'node-exists',
  severity: 'error',
  docs: {
    what: 'A tree or a quadlet would make a file, directory or link at a path that the config defines already.',
    why: 'Only one of them could be on the machine, and nothing says which.',
    fix: 'Remove one of the two. A file entry without contents is filled in from a tree.',
  },
});
