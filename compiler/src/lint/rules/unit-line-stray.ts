import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-line-stray',
  severity: 'warning',
  docs: {
    what: 'A line is neither a section header nor a comment nor `Key=Value`.',
    why: 'systemd ignores the line, Podman refuses the file. Often the line before it lost the backslash that carries it on.',
    fix: 'Write `Key=Value`, begin a comment with `#`, or end the line before with a backslash.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { kind, range, section } of view.tree.strays) {
      // Before the first section all lines are outside; another rule says so.
      if (section === undefined) continue;
      const message =
        kind === 'no-equals'
          ? 'this line has no `=`; write `Key=Value`, or end the line before with a backslash if it goes on here'
          : 'there is no key before `=`; write `Key=Value`';
      // Podman refuses the file.
      context.report(range, message, view.isQuadlet ? { severity: 'error' } : {});
    }
  },
});
