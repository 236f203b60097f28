import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-outside-section',
  severity: 'warning',
  docs: {
    what: 'Lines stand before the first section header.',
    why: 'Nobody reads them.',
    fix: 'Put a header such as `[Unit]` or `[Service]` above them.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    const { orphans, strays } = view.tree;
    const outside = [...orphans, ...strays.filter(({ section }) => section === undefined)];
    for (const { range } of outside) {
      const message =
        'this line stands before the first section and is ignored; put a header such as `[Unit]` above it';
      // Podman refuses the file.
      context.report(range, message, view.isQuadlet ? { severity: 'error' } : {});
    }
  },
});
