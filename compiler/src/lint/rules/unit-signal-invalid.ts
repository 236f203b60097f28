import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-signal-invalid',
  docs: {
    what: 'A directive that takes a signal names none.',
    why: 'systemd ignores the line and sends the default signal.',
    fix: 'Write a name such as `SIGTERM`, or its number. Upper and lower case differ.',
  },
  kinds: ['signal'],
});
