import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-directive-too-new',
  severity: 'warning',
  docs: {
    what: 'A directive is newer than the release of systemd that is to read the unit.',
    why: 'That release does not know it and ignores the line.',
    fix: 'Do without it, or set the release that the machines have.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    const release = context.releases.systemd;
    if (release === undefined) return;
    for (const { assignment, directive } of view.settings) {
      if (directive.after === undefined || release > directive.after) continue;
      const { key, keyRange } = assignment;
      context.report(keyRange, `\`${key}=\` is newer than systemd ${release}, which ignores it; do without it there`);
    }
  },
});
