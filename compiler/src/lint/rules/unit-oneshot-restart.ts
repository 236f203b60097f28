import { lastOf, placeOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';
import { serviceTypeOf } from '../shared/service-type.ts';

export default unitRule({
  code: 'unit-oneshot-restart',
  severity: 'error',
  docs: {
    what: 'A service of `Type=oneshot` is to be restarted always, or on success.',
    why: 'systemd refuses it: it would run again and again without an end. What Podman makes of volumes, networks, images and builds is of that type.',
    fix: 'Write `Restart=on-failure`, or use a timer to run it regularly.',
  },
  of: ['systemd', 'quadlet'],
  check(unit, context) {
    if (serviceTypeOf(unit) !== 'oneshot') return;
    const restart = lastOf(unit, 'Service', 'Restart');
    const value = restart?.assignment.value.text;
    if (restart === undefined || (value !== 'always' && value !== 'on-success')) return;
    const isWritten = lastOf(unit, 'Service', 'Type') !== undefined;
    const type = isWritten
      ? '`Type=oneshot`'
      : `\`Type=oneshot\`, the type that services of \`.${unit.type}\` files have`;
    context.report(
      placeOf(restart),
      `\`Restart=${value}\` is not allowed with ${type}; write \`on-failure\`, or use a timer`,
    );
  },
});
