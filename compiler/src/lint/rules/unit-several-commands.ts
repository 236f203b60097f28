import { readCommands } from '../../embedded/unit-syntax/values/exec.ts';
import { listOf, type PlacedAssignment } from '../project-unit.ts';
import { type UnitPlace, unitRule } from '../rule.ts';
import { serviceTypeOf } from '../shared/service-type.ts';

export default unitRule({
  code: 'unit-several-commands',
  severity: 'error',
  docs: {
    what: 'A service that is not of `Type=oneshot` has several `ExecStart=`.',
    why: 'systemd refuses it: such a service has one main process. In a drop-in, `ExecStart=` adds to that of the unit, and in a Quadlet to that which Podman makes.',
    fix: 'Choose `Type=oneshot`, use `ExecStartPre=` for the first ones, or begin the drop-in with an empty `ExecStart=`.',
  },
  of: ['systemd', 'quadlet'],
  check(unit, context) {
    const isQuadlet = unit.own?.isQuadlet === true;
    if ((unit.type !== 'service' && !isQuadlet) || serviceTypeOf(unit) === 'oneshot') return;
    const [first, second] = listOf(unit, 'Service', 'ExecStart').flatMap(commandPlaces);
    if (first !== undefined && isQuadlet) {
      const message =
        'the service gets an `ExecStart=` from Podman, and this is a second one; use `ExecStartPre=`, or remove it';
      context.report(first, message);
      return;
    }
    if (first === undefined || second === undefined) return;
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
