import { textRule } from '../rule.ts';
import { quote } from '../shared/suggest.ts';
import { swallowedLine } from '../shared/swallowed-line.ts';

export default textRule({
  code: 'unit-directive-swallowed',
  severity: 'warning',
  docs: {
    what: 'A line ends in a backslash, and what follows it is a directive or a section header.',
    why: 'The backslash carries the value on into the next line (systemd.syntax(7)): `User=core` becomes an argument of the command above it, and sets no user.',
    fix: 'Remove the backslash. If the line is meant as a part of the value, indent it.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { name, assignments } of view.tree.sections) {
      for (const assignment of assignments) {
        const range = swallowedLine(view, name, assignment);
        if (range === undefined) continue;
        const line = quote(view.tree.text.slice(range.start, range.end));
        context.report(
          range,
          `${line} is a part of the value of \`${assignment.key}=\`, whose line ends in a backslash; remove the backslash`,
        );
      }
    }
  },
});
