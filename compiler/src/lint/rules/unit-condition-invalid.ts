import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-condition-invalid',
  docs: {
    what: 'The value of a condition or assertion is not what it asks for.',
    why: 'systemd ignores the line, or the condition never holds.',
    fix: 'Write an absolute path, a boolean, or one of the known words; `!` in front turns it round.',
  },
  kinds: ['condition'],
});
