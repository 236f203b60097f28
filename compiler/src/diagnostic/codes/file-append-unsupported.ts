import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'file-append-unsupported',
  severity: 'error',
  docs: {
    what: 'A file is to be appended to, or GRUB users are configured, in an openshift config.',
    why: 'The Machine Config Operator writes whole files. It cannot know what stood in a file before, and so cannot tell whether a node is up to date.',
    fix: 'Give the whole text in `contents`. Many programs read a directory of extra files (`/etc/sysctl.d`, `/etc/ssh/sshd_config.d`). For `grub.users` use openshift 4.23.0-experimental or later.',
  },
});
