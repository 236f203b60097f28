import { directivesOf, sectionsWith } from '../../../../spec/systemd/sections.ts';
import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-directive-misplaced',
  severity: 'warning',
  docs: {
    what: 'A directive stands in the wrong section of its unit.',
    why: 'systemd ignores it there.',
    fix: 'Move it into the section that the message names.',
  },
  of: ['systemd', 'quadlet'],
  check(view, context) {
    for (const { name, assignments } of view.tree.sections) {
      const known = directivesOf(name);
      if (!view.allowed.includes(name) || known.size === 0) continue;
      for (const { key, keyRange } of assignments) {
        if (known.has(key)) continue;
        const homes = sectionsWith(key).filter((section) => view.allowed.includes(section));
        if (homes.length === 0) continue;
        const where = homes.map((section) => `\`[${section}]\``).join(' or ');
        context.report(
          keyRange,
          `\`${key}=\` does not belong into \`[${name}]\`, it is ignored there; move it to ${where}`,
        );
      }
    }
  },
});
