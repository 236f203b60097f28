import { lastOf, placeOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';
import { serviceTypeOf } from '../shared/service-type.ts';

export default unitRule({
  code: 'unit-exit-type-oneshot',
  severity: 'error',
  docs: {
    what: 'A service of `Type=oneshot` has `ExitType=cgroup`.',
    why: 'systemd refuses it: such a service is over when its command is.',
    fix: 'Remove `ExitType=`, or choose another type.',
  },
  of: ['systemd', 'quadlet'],
  check(unit, context) {
    if (serviceTypeOf(unit) !== 'oneshot') return;
    const exit = lastOf(unit, 'Service', 'ExitType');
    if (exit?.assignment.value.text !== 'cgroup') return;
    context.report(placeOf(exit), '`ExitType=cgroup` is not allowed with `Type=oneshot`; remove it');
  },
});
