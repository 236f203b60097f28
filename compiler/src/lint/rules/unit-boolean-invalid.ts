import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-boolean-invalid',
  docs: {
    what: 'A directive that is on or off has a value that is neither.',
    why: 'systemd says so in the journal, ignores the line, and uses the default.',
    fix: 'Write `yes` or `no` (`true`, `on`, `1` and their opposites do as well).',
  },
  kinds: ['boolean', 'tristate'],
});
