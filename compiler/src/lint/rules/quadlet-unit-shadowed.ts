import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { sectionPlace } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { wholeQuadlets } from '../shared/quadlet-pairs.ts';

export default projectRule({
  code: 'quadlet-unit-shadowed',
  severity: 'warning',
  docs: {
    what: 'The config has a unit of the name that the service of a quadlet gets.',
    why: 'Units in `/etc/systemd/system` come before those of generators (systemd.unit(5)), so that the quadlet does nothing.',
    fix: 'Remove the unit, make it a drop-in, or give the quadlet a `ServiceName=` of its own.',
  },
  check(project, context) {
    const judged = new Set(wholeQuadlets(project));
    for (const [name, quadlet] of project.generated) {
      const unit = project.units.get(name);
      const text = unit?.own?.tree.text.trim() ?? '';
      if (unit === undefined || text === '' || unit.isMasked || !judged.has(quadlet)) continue;
      const place = sectionPlace(quadlet, quadletKinds[quadlet.type]?.section ?? '');
      const message = `this makes \`${name}\`, and the config has a unit of that name, which is used instead; remove one of them, or write a drop-in`;
      if (place) context.report(place, message);
    }
  },
});
