import { sectionNames } from '../../../../spec/systemd/sections.ts';
import { nearest } from '../../text/edit-distance.ts';
import { textRule } from '../rule.ts';
import { quote, replacing, sectionSuggestion } from '../shared/suggest.ts';

export default textRule({
  code: 'unit-section-unknown',
  severity: 'warning',
  docs: {
    what: 'A unit has a section that systemd does not know.',
    why: 'systemd ignores the section with everything in it.',
    fix: 'Correct the name; upper and lower case differ. Sections of your own begin with `X-`.',
  },
  of: ['systemd'],
  check(view, context) {
    for (const { name, nameRange, isBroken } of view.tree.sections) {
      // A header that is no header is another rule's business.
      if (isBroken) continue;
      if (sectionNames.includes(name) || view.allowed.includes(name) || name.startsWith('X-')) continue;
      const meant = nearest(name, view.allowed) ?? nearest(name, sectionNames);
      const hint = sectionSuggestion(meant) || '; remove it, or begin its name with `X-`';
      const message = `there is no section ${quote(`[${name}]`)}, it is ignored${hint}`;
      context.report(nameRange, message, replacing(name, meant));
    }
  },
});
