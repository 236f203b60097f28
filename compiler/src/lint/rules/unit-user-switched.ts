import { lastOf, placeOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { quote } from '../shared/suggest.ts';

const keys = ['User', 'Group', 'DynamicUser'] as const;

export default projectRule({
  code: 'unit-user-switched',
  severity: 'warning',
  docs: {
    what: 'A service that the manager of a user runs is to run as somebody, by `User=`, `Group=` or `DynamicUser=`.',
    why: 'That manager has no right to change users: the service runs as its user, or fails to start. See systemd.exec(5).',
    fix: 'Remove the line, or make it a unit of the system, which may change users.',
  },
  check({ scope, user, units }, context) {
    if (scope.manager !== 'user') return;
    for (const unit of units.values()) {
      for (const key of keys) {
        const setting = unit.type === 'service' ? lastOf(unit, 'Service', key) : undefined;
        const value = setting?.assignment.value.text ?? '';
        const isSelf =
          value.includes('%') || value === user?.name || (key === 'DynamicUser' && !/^(1|y|t|on)/i.test(value));
        if (setting === undefined || isSelf) continue;
        const message = `\`${key}=\`: the manager of a user cannot run a service as ${key === 'DynamicUser' ? 'another user' : quote(value)}; remove the line, or make this a unit of the system`;
        context.report(placeOf(setting), message);
      }
    }
  },
});
