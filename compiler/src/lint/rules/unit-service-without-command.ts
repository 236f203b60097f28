import { isBoolean } from '../../embedded/unit-syntax/values/numbers.ts';
import { listOf, sectionPlace, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

export default unitRule({
  code: 'unit-service-without-command',
  severity: 'error',
  docs: {
    what: 'A service has nothing to execute.',
    why: 'systemd refuses it. `ExecStart=` may be absent only when `Type=oneshot` stays active (`RemainAfterExit=yes`) and has an `ExecStop=`, or when there is a `SuccessAction=`.',
    fix: 'Add `ExecStart=`; look for a misspelt one.',
  },
  of: ['systemd'],
  check(unit, context) {
    if (unit.type !== 'service' || listOf(unit, 'Service', 'ExecStart').length > 0) return;
    const place = sectionPlace(unit, 'Service');
    if (place === undefined) return;
    const hasAction = (settingOf(unit, 'Unit', 'SuccessAction') ?? 'none') !== 'none';
    const hasStop = listOf(unit, 'Service', 'ExecStop').length > 0;
    const type = settingOf(unit, 'Service', 'Type');
    if (type !== undefined && type !== 'oneshot' && knownTypes.has(type) && !hasAction) {
      context.report(place, `a service of \`Type=${type}\` needs \`ExecStart=\`; add it, or choose \`Type=oneshot\``);
    } else if (!hasStop && !hasAction) {
      context.report(
        place,
        'the service has no `ExecStart=`, `ExecStop=` or `SuccessAction=`, and systemd refuses it; add `ExecStart=`',
      );
    } else if (!hasAction && !isOn(settingOf(unit, 'Service', 'RemainAfterExit'))) {
      context.report(
        place,
        'a service with nothing but `ExecStop=` must stay active; add `RemainAfterExit=yes`, or `ExecStart=`',
      );
    }
  },
});

/** A type that cannot be read does not count. */
const knownTypes: ReadonlySet<string> = new Set([
  'simple',
  'exec',
  'forking',
  'dbus',
  'notify',
  'notify-reload',
  'idle',
]);

function isOn(value: string | undefined): boolean {
  return value !== undefined && isBoolean(value) && /^(y|yes|t|true|on|1)$/i.test(value);
}
