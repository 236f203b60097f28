import { sectionNames, unitTypes } from '../../../../spec/systemd/sections.ts';
import { textRule } from '../rule.ts';

export default textRule({
  code: 'unit-section-unsupported',
  severity: 'warning',
  docs: {
    what: 'A unit has a section that belongs to units of another type.',
    why: 'systemd ignores the section with everything in it: a timer runs no `[Service]`.',
    fix: 'Move the section into a unit of its own, whose name ends in the type of the section.',
  },
  of: ['systemd'],
  check(view, context) {
    const { type } = view.file;
    if (!Object.hasOwn(unitTypes, type)) return;
    for (const { name, nameRange } of view.tree.sections) {
      if (view.allowed.includes(name) || !sectionNames.includes(name)) continue;
      const owner = name.toLowerCase();
      context.report(
        nameRange,
        `a \`.${type}\` unit has no section \`[${name}]\`, it is ignored; put it into a \`.${owner}\` unit`,
      );
    }
  },
});
