import type { Project } from '../project.ts';
import { sectionPlace } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { nearestQuadlet } from '../shared/nearest-unit.ts';

export default projectRule({
  code: 'quadlet-template-missing',
  severity: 'note',
  docs: {
    what: 'There are drop-ins for a quadlet, or an instance of a template, and the quadlet itself is not in the config.',
    why: 'Without the quadlet the drop-ins do nothing, and the instance is a link that leads nowhere.',
    fix: 'Add the quadlet, or correct the name. If something else puts it onto the machine, all is well.',
  },
  check(project, context) {
    if (project.isOpen) return;
    for (const unit of project.quadlets.values()) {
      if (unit.own !== undefined || unit.isInConfig || unit.isElsewhere || unit.dropins.length === 0) continue;
      // Drop-ins for a whole kind lie in `container.d`, those of instances belong to the template.
      if (!unit.name.includes('.') || (unit.template !== undefined && project.quadlets.get(unit.template)?.own))
        continue;
      // `foo-.container.d` is for all whose names begin so.
      if (isPrefixOfOne(unit.name, project)) continue;
      const place = sectionPlace(unit, '');
      const meant = nearestQuadlet(
        unit.name,
        [...project.quadlets].flatMap(([name, { own }]) => (own ? [name] : [])),
      );
      const hint = meant === undefined ? 'add it if nothing else does' : `did you mean \`${meant}\`?`;
      if (place) context.report(place, `this drop-in is for \`${unit.name}\`, which is not in this config; ${hint}`);
    }
  },
});

function isPrefixOfOne(name: string, { quadlets }: Project): boolean {
  const [, prefix, ending] = /^(.*-)(\.[a-z]+)$/.exec(name) ?? [];
  if (prefix === undefined || ending === undefined) return false;
  return [...quadlets.values()].some((each) => each.own && each.name.startsWith(prefix) && each.name.endsWith(ending));
}
