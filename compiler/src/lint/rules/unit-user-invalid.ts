import { valueRule } from '../shared/value-rule.ts';

export default valueRule({
  code: 'unit-user-invalid',
  docs: {
    what: 'A name of a user, a group, a bus or a file descriptor cannot be one.',
    why: 'systemd refuses a unit whose user it cannot read, and ignores the other lines.',
    fix: 'Write a name of letters, digits, `_` and `-`, or a number; for a bus name two parts with a dot at least.',
  },
  kinds: ['user', 'users', 'bus-name', 'fd-name'],
});
