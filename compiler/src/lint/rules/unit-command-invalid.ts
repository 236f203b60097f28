import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-command-invalid',
  docs: {
    what: 'A command line cannot be read: a quote is not closed, the program is no path, or a prefix is wrong.',
    why: 'systemd refuses the whole unit. With `-` in front it only leaves out the command.',
    fix: 'Begin with the absolute path of the program and close all quotes. No shell reads the line: for pipes, `&&` or redirection write `/bin/sh -c "…"`.',
  },
  kinds: ['exec'],
});
