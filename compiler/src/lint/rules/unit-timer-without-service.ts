import { placeOf, sectionPlace } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { quote } from '../shared/suggest.ts';
import { triggerOf } from '../shared/trigger.ts';

export default projectRule({
  code: 'unit-timer-without-service',
  severity: 'note',
  docs: {
    what: 'A timer, path or socket unit is to start a unit that is not in the config and not known from the system.',
    why: 'Without that unit it cannot do anything.',
    fix: 'Add the unit, name the right one in `Unit=` or `Service=`, or correct its name. If something else puts it onto the machine, all is well.',
  },
  check(project, context) {
    if (project.isOpen) return;
    for (const unit of project.units.values()) {
      const trigger = triggerOf(unit);
      if (trigger === undefined || unit.own === undefined || unit.instance !== undefined) continue;
      const { section, key, named, target } = trigger;
      if (project.isKnown(target)) continue;
      const place = named ? placeOf(named) : sectionPlace(unit, section);
      if (place)
        context.report(
          place,
          `it starts ${quote(target)}, which is not in this config; add it if nothing else does, or name another one in \`${key}=\``,
        );
    }
  },
});
