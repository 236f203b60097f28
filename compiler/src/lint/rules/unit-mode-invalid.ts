import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-mode-invalid',
  docs: {
    what: 'A directive that takes a file mode has something else.',
    why: 'systemd ignores the line, and the file or directory gets the default mode.',
    fix: 'Write octal digits such as `0644`; symbolic modes are not known.',
  },
  kinds: ['mode'],
});
