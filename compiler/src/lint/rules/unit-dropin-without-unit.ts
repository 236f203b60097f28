import { sectionPlace } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { nearestUnit } from '../shared/nearest-unit.ts';
import { quote } from '../shared/suggest.ts';

export default projectRule({
  code: 'unit-dropin-without-unit',
  severity: 'note',
  docs: {
    what: 'A drop-in is for a unit that is not in the config and not known from the system.',
    why: 'Without the unit the drop-in does nothing.',
    fix: 'Correct the name, or add the unit. If something else puts it onto the machine, all is well.',
  },
  check(project, context) {
    if (project.isOpen) return;
    const defined = [...project.units.values()].flatMap(({ name, own }) => (own ? [name] : []));
    for (const unit of project.units.values()) {
      if (unit.own !== undefined || unit.isElsewhere || unit.dropins.length === 0 || !unit.name.includes('.')) continue;
      // The config enables it, so it is there; `foo-.service` is for all units whose names begin so.
      if (unit.enabled || /-\.[a-z]+$/.test(unit.name) || project.isKnown(unit.name)) continue;
      const place = sectionPlace(unit, '');
      const meant = nearestUnit(
        unit.name,
        [...defined, ...project.shipped].filter((name) => unit.template !== undefined || !name.includes('@')),
      );
      const hint = meant === undefined ? 'add it if nothing else does' : `did you mean \`${meant}\`?`;
      if (place) context.report(place, `this drop-in is for ${quote(unit.name)}, which is not in this config; ${hint}`);
    }
  },
});
