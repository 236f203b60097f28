import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-directive-obsolete',
  severity: 'warning',
  docs: {
    what: 'A directive has a successor.',
    why: 'systemd still takes it, warns about it, and will drop it.',
    fix: 'Use the directive that the message names; its values may count differently.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { assignment, directive } of view.settings) {
      if (directive.instead === undefined) continue;
      const { key, keyRange } = assignment;
      context.report(keyRange, `\`${key}=\` is obsolete; use \`${directive.instead}=\` instead`);
    }
  },
});
