import { textRule } from '../rule.ts';
import { quote } from '../shared/suggest.ts';

export default textRule({
  code: 'unit-header-invalid',
  severity: 'error',
  docs: {
    what: 'A line that begins with `[` is no section header.',
    why: 'systemd and Podman refuse the whole file.',
    fix: 'Close the header with `]` and leave nothing behind it: `[Service]`.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { kind, range } of view.tree.errors) {
      const header = quote(view.tree.text.slice(range.start, range.end));
      const message =
        kind === 'unclosed'
          ? `the section header ${header} is not closed; end it with \`]\`, with nothing behind`
          : `the section name ${header} has characters that a name cannot have; write letters only`;
      context.report(range, message);
    }
  },
});
