import { readCommands } from '../../embedded/unit-syntax/values/exec.ts';
import { listOf, type PlacedAssignment, settingOf } from '../project-unit.ts';
import { type UnitPlace, unitRule } from '../rule.ts';

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
    const commands = listOf(unit, 'Service', 'ExecStart').flatMap(commandPlaces);
    const [first, second] = commands;
    if (first === undefined || second === undefined || settingOf(unit, 'Service', 'Type') === 'oneshot') return;
    const message =
      'only services of `Type=oneshot` can have several `ExecStart=`; use `ExecStartPre=`, or an empty `ExecStart=` before this one to replace the other';
    context.report(
      second,
      message,
      first.view === second.view ? { notes: [{ message: 'the first one is here', range: first.range }] } : {},
    );
  },
});

/** Where the commands of a value stand: there is a second one behind a `;`. */
function commandPlaces({ view, assignment: { value } }: PlacedAssignment): readonly UnitPlace[] {
  return readCommands(value.text).commands.map(({ prefixes, program, parameters }) => {
    const { end } = parameters.at(-1) ?? program;
    return { view, range: value.rangeOf(program.start - prefixes.length, end) };
  });
}
