import { booleanKeys } from '../../../../spec/podman/kinds.ts';
import { textRule } from '../rule.ts';
import { ownValues } from '../shared/quadlet.ts';
import { quote } from '../shared/suggest.ts';

export default textRule({
  code: 'quadlet-boolean-invalid',
  severity: 'warning',
  docs: {
    what: 'A key that is on or off has a value that is neither.',
    why: 'Podman takes everything that it does not know for `false` without a word.',
    fix: 'Write `true` or `false`.',
  },
  of: ['quadlet'],
  check(view, context) {
    for (const { key, text, rangeOf } of ownValues(view)) {
      if (!booleanKeys.has(key) || text === '' || /^(1|0|yes|no|true|false|on|off)$/i.test(text)) continue;
      context.report(
        rangeOf(0, text.length),
        `\`${key}=\`: ${quote(text)} is no boolean and counts as \`false\`; write \`true\` or \`false\``,
      );
    }
  },
});
