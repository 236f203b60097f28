import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-exit-status-invalid',
  docs: {
    what: 'A list of exit statuses has a word that is neither a status nor a signal.',
    why: 'systemd ignores that word.',
    fix: 'Write numbers up to 255, or names such as `SIGTERM` or `TEMPFAIL`.',
  },
  kinds: ['exit-statuses'],
});
