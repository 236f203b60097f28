import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'fragment-unreadable',
  severity: 'error',
  docs: {
    what: 'A fragment of a merge or a project cannot be read: it is missing, too large, a directory, a link that leads in circles, or not allowed to be read.',
    why: 'Without it the result would be another config than the one that is wanted, so nothing is written.',
    fix: 'Correct the path, or give the file back its permissions. A config of more than 64 MiB is not meant for any machine.',
  },
});
