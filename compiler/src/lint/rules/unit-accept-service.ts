import { lastOf, placeOf, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

export default unitRule({
  code: 'unit-accept-service',
  severity: 'error',
  docs: {
    what: 'A socket with `Accept=yes` names a `Service=`.',
    why: 'systemd refuses it: such a socket starts an instance of its own template for each connection.',
    fix: 'Remove `Service=` and name the template after the socket: `app.socket` starts `app@.service`.',
  },
  of: ['systemd'],
  check(unit, context) {
    const service = lastOf(unit, 'Socket', 'Service');
    if (unit.type !== 'socket' || service === undefined) return;
    if (!/^(y|yes|t|true|on|1)$/i.test(settingOf(unit, 'Socket', 'Accept') ?? '')) return;
    context.report(
      placeOf(service),
      '`Service=` is not allowed with `Accept=yes`; remove it, the template is named after the socket',
    );
  },
});
