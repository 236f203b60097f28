import { lastOf, placeOf, settingOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

const sections: { readonly [type: string]: string } = {
  service: 'Service',
  socket: 'Socket',
  mount: 'Mount',
  swap: 'Swap',
};

export default unitRule({
  code: 'unit-pam-kill-mode',
  severity: 'error',
  docs: {
    what: 'A unit with `PAMName=` has a `KillMode=` that leaves processes behind.',
    why: 'systemd refuses it: the PAM session could not be ended.',
    fix: 'Write `KillMode=control-group` or `KillMode=mixed`, or remove the line.',
  },
  of: ['systemd'],
  check(unit, context) {
    const section = sections[unit.type];
    if (section === undefined || settingOf(unit, section, 'PAMName') === undefined) return;
    const mode = lastOf(unit, section, 'KillMode');
    const value = mode?.assignment.value.text;
    if (mode === undefined || (value !== 'none' && value !== 'process')) return;
    context.report(
      placeOf(mode),
      `\`KillMode=${value}\` is not allowed with \`PAMName=\`; write \`mixed\` or \`control-group\``,
    );
  },
});
