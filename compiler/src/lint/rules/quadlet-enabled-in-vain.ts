import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { sectionPlace } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { isInstalled, wholeQuadlets } from '../shared/quadlet-pairs.ts';

export default projectRule({
  code: 'quadlet-enabled-in-vain',
  severity: 'warning',
  docs: {
    what: 'The config enables the service that is made of a quadlet, and the quadlet has no `[Install]`.',
    why: 'A unit that comes from a generator cannot be enabled (podman-systemd.unit(5)); it is not started at boot.',
    fix: 'Write `WantedBy=` under `[Install]` of the quadlet, and remove `enabled`.',
  },
  check(project, context) {
    const judged = new Set(wholeQuadlets(project));
    for (const [name, quadlet] of project.generated) {
      const unit = project.units.get(name);
      if (unit?.enabled !== true || unit.own !== undefined || unit.isElsewhere) continue;
      if (!judged.has(quadlet) || isInstalled(quadlet)) continue;
      const place = sectionPlace(quadlet, quadletKinds[quadlet.type]?.section ?? '');
      const message = `\`${name}\` comes from a generator, and \`enabled: true\` does nothing for it; write \`WantedBy=multi-user.target\` under \`[Install]\` here`;
      if (place) context.report(place, message);
    }
  },
});
