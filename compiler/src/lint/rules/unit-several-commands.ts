import { listOf, placeOf, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

export default unitRule({
  code: 'unit-several-commands',
  severity: 'error',
  docs: {
    what: 'A service that is not of `Type=oneshot` has several `ExecStart=`.',
    why: 'systemd refuses it: such a service has one main process. In a drop-in, `ExecStart=` adds to that of the unit.',
    fix: 'Choose `Type=oneshot`, use `ExecStartPre=` for the first ones, or begin the drop-in with an empty `ExecStart=`.',
  },
  of: ['systemd'],
  check(unit, context) {
    if (unit.type !== 'service') return;
    const commands = listOf(unit, 'Service', 'ExecStart');
    const [first, second] = commands;
    if (first === undefined || second === undefined || settingOf(unit, 'Service', 'Type') === 'oneshot') return;
    const message =
      'only services of `Type=oneshot` can have several `ExecStart=`; use `ExecStartPre=`, or an empty `ExecStart=` before this one to replace the other';
    context.report(
      placeOf(second),
      message,
      first.view === second.view
        ? { notes: [{ message: 'the first one is here', range: first.assignment.range }] }
        : {},
    );
  },
});
