import { lastOf, placeOf, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

export default unitRule({
  code: 'unit-oneshot-restart',
  severity: 'error',
  docs: {
    what: 'A service of `Type=oneshot` is to be restarted always, or on success.',
    why: 'systemd refuses it: it would run again and again without an end.',
    fix: 'Write `Restart=on-failure`, or use a timer to run it regularly.',
  },
  of: ['systemd'],
  check(unit, context) {
    if (unit.type !== 'service' || settingOf(unit, 'Service', 'Type') !== 'oneshot') return;
    const restart = lastOf(unit, 'Service', 'Restart');
    const value = restart?.assignment.value.text;
    if (restart === undefined || (value !== 'always' && value !== 'on-success')) return;
    context.report(
      placeOf(restart),
      `\`Restart=${value}\` is not allowed with \`Type=oneshot\`; write \`on-failure\`, or use a timer`,
    );
  },
});
