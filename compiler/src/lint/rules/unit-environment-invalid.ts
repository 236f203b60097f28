import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-environment-invalid',
  docs: {
    what: 'A list of environment variables has a word that assigns none.',
    why: 'systemd ignores that word. Often a value with a blank was meant as a whole.',
    fix: 'Write `NAME=value`, and put quotes around the whole of an assignment that has blanks: `Environment="A=b c"`.',
  },
  kinds: ['environment', 'environment-or-names', 'variable-names'],
});
