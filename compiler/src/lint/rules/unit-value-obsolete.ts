import { textRule } from '../rule.ts';

/** Values that systemd takes with a warning, by directive, and what to write instead. */
const obsolete: { readonly [directive: string]: { readonly [value: string]: string } } = {
  KillMode: { none: 'mixed' },
  StandardOutput: { syslog: 'journal', 'syslog+console': 'journal+console' },
  StandardError: { syslog: 'journal', 'syslog+console': 'journal+console' },
};

export default textRule({
  code: 'unit-value-obsolete',
  severity: 'warning',
  docs: {
    what: 'A value has a successor or is unsafe.',
    why: 'systemd takes it, warns about it, and will drop it.',
    fix: 'Write the value that the message names.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { assignment, section } of view.settings) {
      const { key, value } = assignment;
      const instead = section === 'Unit' ? undefined : obsolete[key]?.[value.text];
      if (instead === undefined) continue;
      context.report(value.range, `\`${key}=${value.text}\` is obsolete; write \`${instead}\``);
    }
  },
});
