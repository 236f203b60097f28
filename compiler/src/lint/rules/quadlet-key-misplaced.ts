import { quadletKeys } from '../../../../spec/podman/keys.ts';
import { textRule } from '../rule.ts';
import { ownAssignments, systemdHome } from '../shared/quadlet.ts';

export default textRule({
  code: 'quadlet-key-misplaced',
  severity: 'error',
  docs: {
    what: 'A directive of systemd stands in a section of Podman.',
    why: 'The generator does not know it there and refuses the whole file.',
    fix: 'Move it into `[Service]`, `[Unit]` or `[Install]`, as the message says.',
  },
  of: ['quadlet'],
  check(view, context) {
    for (const { section, assignment } of ownAssignments(view)) {
      const { key, keyRange } = assignment;
      const home = systemdHome(key);
      if (home === undefined || Object.hasOwn(quadletKeys[section] ?? {}, key)) continue;
      context.report(
        keyRange,
        `\`${key}=\` is a directive of systemd and not of \`[${section}]\`; move it to \`[${home}]\``,
      );
    }
  },
});
