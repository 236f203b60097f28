import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-path-invalid',
  docs: {
    what: 'A directive that takes a path has one that systemd does not accept.',
    why: 'systemd ignores the line or, where the path decides what a process can see, refuses the unit.',
    fix: 'Write an absolute path without `..`; for directories such as `StateDirectory=`, the name below the base directory.',
  },
  kinds: [
    'path',
    'paths',
    'namespace-paths',
    'search-path',
    'environment-file',
    'pid-file',
    'working-directory',
    'bind-paths',
    'temporary-file-systems',
    'directories',
  ],
});
