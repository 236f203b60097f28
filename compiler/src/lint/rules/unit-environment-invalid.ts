import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-environment-invalid',
  docs: {
    what: 'A list of environment variables or log fields has a word that assigns none, or a credential or log namespace is not written as one.',
    why: 'systemd ignores that word, or the line; the service misses it. Often a value with a blank was meant as a whole.',
    fix: 'Write `NAME=value`, and put quotes around the whole of an assignment that has blanks: `Environment="A=b c"`. A credential is `NAME:DATA`, or `NAME:/path` where it is loaded.',
  },
  kinds: [
    'environment',
    'environment-or-names',
    'variable-names',
    'log-fields',
    'log-namespace',
    'load-credential',
    'set-credential',
    'encrypted-credential',
  ],
});
