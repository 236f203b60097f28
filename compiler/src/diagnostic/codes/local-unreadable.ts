import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'local-unreadable',
  severity: 'error',
  docs: {
    what: 'A local file or directory could not be read: it is absent, of the wrong kind, not permitted, or too large.',
    why: 'Its contents belong into the config, which cannot be built without them.',
    fix: 'Look at the name (it is relative to the files directory, upper and lower case differ) and at the permissions.',
  },
});
