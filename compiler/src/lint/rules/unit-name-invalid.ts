import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-name-invalid',
  docs: {
    what: 'A directive that takes names of units has something else.',
    why: 'systemd says that it cannot add the dependency and goes on without it.',
    fix: 'Write full names with their endings, such as `network-online.target`, with blanks between them.',
  },
  kinds: ['unit-names', 'trigger-unit', 'service-name', 'socket-names', 'slice'],
});
