import { specifiers } from '../../../../spec/systemd/signals.ts';
import { kindsWithSpecifiers } from '../../embedded/unit-syntax/values/index.ts';
import { textRule } from '../rule.ts';
import { inlineComment } from '../shared/inline-comment.ts';

/** Kinds for which systemd refuses the unit when it cannot expand a value. */
const fatal: ReadonlySet<string> = new Set(['exec', 'user', 'users', 'working-directory', 'pid-file']);

export default textRule({
  code: 'unit-specifier-unknown',
  severity: 'warning',
  docs: {
    what: 'A `%` is followed by a letter that is no specifier.',
    why: 'systemd cannot expand the value: it ignores the line, and in a command line it refuses the unit. `date +%F` needs `date +%%F`.',
    fix: 'Write `%%` for a percent sign, or one of the specifiers of systemd.unit(5).',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const setting of view.settings) {
      const { section, assignment, directive } = setting;
      const { value } = assignment;
      if (section === 'Install' || !kindsWithSpecifiers.has(directive.is) || !value.text.includes('%')) continue;
      const end = inlineComment(setting)?.start ?? value.text.length;
      for (const { 0: found, 1: letter = '', index } of value.text.matchAll(/%(.)/g)) {
        if (index >= end || !/[A-Za-z0-9]/.test(letter) || specifiers.includes(letter)) continue;
        const isMild = directive.is === 'exec' && /^[@:+!|]*-/.test(value.text);
        const severity = fatal.has(directive.is) && !isMild ? ('error' as const) : ('warning' as const);
        const message = `there is no specifier \`${found}\`; write \`%${found}\` for a percent sign`;
        context.report(value.rangeOf(index, index + 2), message, { severity });
      }
    }
  },
});
