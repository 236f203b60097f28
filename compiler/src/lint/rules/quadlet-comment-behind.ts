import { commentBehind } from '../../embedded/quadlet/comments.ts';
import { textRule } from '../rule.ts';
import { ownAssignments } from '../shared/quadlet.ts';

/** Keys whose values the generator reads itself, and refuses the file. */
const fatal: ReadonlySet<string> = new Set(['ExposeHostPort', 'Pod', 'RemapUsers']);

export default textRule({
  code: 'quadlet-comment-behind',
  severity: 'warning',
  docs: {
    what: 'A comment stands behind a value in a quadlet.',
    why: 'Only a line that begins with `#` or `;` is a comment (systemd.syntax(7)). Here it becomes a part of the value, and Podman refuses it.',
    fix: 'Move the comment to a line of its own.',
  },
  of: ['quadlet'],
  check(view, context) {
    for (const { section, assignment } of ownAssignments(view)) {
      const { key, value } = assignment;
      const start = commentBehind(section, key, value.text);
      if (start === undefined) continue;
      context.report(
        value.rangeOf(start, value.text.length),
        `this is no comment but a part of \`${key}=\`; move it to a line of its own`,
        { severity: fatal.has(key) ? 'error' : 'warning' },
      );
    }
  },
});
