import { wordFault, wordsOf } from '../../embedded/quadlet/words.ts';
import { textRule } from '../rule.ts';
import { ownValues } from '../shared/quadlet.ts';

export default textRule({
  code: 'quadlet-word-invalid',
  severity: 'warning',
  docs: {
    what: 'A key of a quadlet that takes one word of a list has another one.',
    why: 'Podman refuses it when the service is started, or the generator refuses the whole file; see podman-systemd.unit(5).',
    fix: 'Use one of the words; the message names the nearest.',
  },
  of: ['quadlet'],
  check(view, context) {
    for (const { section, key, text, rangeOf } of ownValues(view)) {
      const list = wordsOf(section, key);
      const fault = list && wordFault(text, list);
      if (list === undefined || fault === undefined) continue;
      context.report(rangeOf(fault.start, fault.end), `\`${key}=\`: ${fault.message}`, {
        severity: list.fatal ? 'error' : 'warning',
      });
    }
  },
});
