import { splittingFault } from '../../embedded/quadlet/splitting.ts';
import { textRule } from '../rule.ts';
import { ownAssignments } from '../shared/quadlet.ts';

export default textRule({
  code: 'quadlet-words-lost',
  severity: 'warning',
  docs: {
    what: 'A value of a quadlet that is split into words at blanks has a quote that is not closed, a backslash that is no escape, or an assignment that a blank cuts in two.',
    why: 'Podman’s generator then drops words, or all of the value, without a word. See podman-systemd.unit(5) and systemd.syntax(7).',
    fix: 'Put quotes around the whole of an assignment that has blanks: `Environment="MSG=hello world"`. Write `\\\\` for a backslash.',
  },
  of: ['quadlet'],
  check(view, context) {
    for (const { section, assignment } of ownAssignments(view)) {
      const { key, value } = assignment;
      const fault = splittingFault(section, key, value.text);
      if (fault) context.report(value.rangeOf(fault.start, fault.end), `\`${key}=\`: ${fault.message}`);
    }
  },
});
