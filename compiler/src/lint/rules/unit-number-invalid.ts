import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-number-invalid',
  docs: {
    what: 'A directive that takes a number has no number, or one outside its range.',
    why: 'systemd ignores the line and uses the default.',
    fix: 'Write a whole number in the range that the message gives.',
  },
  kinds: [
    'unsigned',
    'unsigned-or-empty',
    'integer',
    'int32',
    'nice',
    'oom-score',
    'io-priority',
    'cpu-priority',
    'weight',
    'cpu-weight',
    'block-io-weight',
    'cpu-shares',
    'swap-priority',
    'exit-status',
  ],
});
