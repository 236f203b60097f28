import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-word-invalid',
  docs: {
    what: 'A directive that takes one word of a list has another one.',
    why: 'systemd ignores the line and uses the default, which may be something else than was meant.',
    fix: 'Use one of the words; the message names the nearest.',
  },
  kinds: ['words'],
});
