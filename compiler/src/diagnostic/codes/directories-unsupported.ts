import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'directories-unsupported',
  severity: 'error',
  docs: {
    what: 'Directories are configured in an openshift config, or made by a tree with an owner or a `dir_mode`.',
    why: 'The Machine Config Operator makes the directories that its files need, and no others; modes and owners of directories are not applied.',
    fix: 'Remove `storage.directories`, and `user`, `group` and `dir_mode` of trees. A directory with a mode of its own can be made with a `tmpfiles.d` file under `storage.files`.',
  },
});
