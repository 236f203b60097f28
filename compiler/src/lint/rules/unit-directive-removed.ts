import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-directive-removed',
  severity: 'warning',
  docs: {
    what: 'A directive of former releases does nothing any more.',
    why: 'systemd says so in the journal and ignores the line.',
    fix: 'Remove the line.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { assignment, directive } of view.settings) {
      if (!directive.removed) continue;
      context.report(
        assignment.keyRange,
        `\`${assignment.key}=\` was removed from systemd and does nothing; remove the line`,
      );
    }
  },
});
