import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-too-large',
  severity: 'warning',
  docs: {
    what: 'The text of a unit or quadlet has more than a million characters.',
    why: 'Such a text is no unit that somebody wrote. Kindling does not look into it, and systemd refuses lines of that length.',
    fix: 'Put data into a file of its own and let the unit name that.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    if (!view.isTooLarge) return;
    context.report(
      { start: 0, end: 0 },
      'this text is too large for a unit and was not looked into; put data into a file of its own',
    );
  },
});
