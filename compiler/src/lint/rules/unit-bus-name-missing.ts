import { lastOf, placeOf, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

export default unitRule({
  code: 'unit-bus-name-missing',
  severity: 'error',
  docs: {
    what: 'A service of `Type=dbus` has no `BusName=`.',
    why: 'systemd refuses it: it waits for that name to know that the service is up.',
    fix: 'Add `BusName=` with the name that the service takes on the bus.',
  },
  of: ['systemd'],
  check(unit, context) {
    const type = lastOf(unit, 'Service', 'Type');
    if (unit.type !== 'service' || type?.assignment.value.text !== 'dbus') return;
    if (settingOf(unit, 'Service', 'BusName') !== undefined) return;
    context.report(placeOf(type), '`Type=dbus` needs `BusName=`; add the name that the service takes on the bus');
  },
});
