import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { type PublishedPort, publishedPorts } from '../../embedded/quadlet/ports.ts';
import { listOf, type PlacedAssignment, type ProjectUnit, placeOf, settingOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { excludeEachOther, isInstalled, wholeQuadlets } from '../shared/quadlet-pairs.ts';

interface Taken extends PublishedPort {
  readonly unit: ProjectUnit;
  readonly placed: PlacedAssignment;
}

export default projectRule({
  code: 'quadlet-port-taken',
  severity: 'warning',
  docs: {
    what: 'Two quadlets that are both started by `[Install]` publish the same port of the host.',
    why: 'The port can be had once; the service that comes second does not start.',
    fix: 'Choose another port of the host for one of them, or different addresses. If they never run at once, say so with `Conflicts=`.',
  },
  check(project, context) {
    const byProtocol = new Map<string, Taken[]>();
    for (const taken of wholeQuadlets(project).filter(isInstalled).flatMap(takenBy)) {
      const key = `${taken.address} ${taken.protocol}`;
      const known = byProtocol.get(key);
      if (known) known.push(taken);
      else byProtocol.set(key, [taken]);
    }
    for (const all of byProtocol.values()) {
      let widest: Taken | undefined;
      for (const taken of all.sort((one, other) => one.from - other.from)) {
        const before = widest;
        if (before === undefined || taken.to > before.to) widest = taken;
        if (before === undefined || before.unit === taken.unit || taken.from > before.to) continue;
        if (excludeEachOther(before.unit, taken.unit, project)) continue;
        const message = `port ${taken.from} of the host is published by \`${before.unit.name}\`, too, and only one of them starts; choose another one`;
        context.report(placeOf(taken.placed), message);
      }
    }
  },
});

/** The ports that a quadlet takes of the host. In the host's own network nothing is published, and in a pod it is the pod's. */
function takenBy(unit: ProjectUnit): readonly Taken[] {
  const section = quadletKinds[unit.type]?.section;
  if (section === undefined || settingOf(unit, section, 'Pod') !== undefined) return [];
  const isOnHost = listOf(unit, section, 'Network').some(({ assignment }) => assignment.value.text === 'host');
  return isOnHost
    ? []
    : listOf(unit, section, 'PublishPort').flatMap((placed) => {
        const { text } = placed.assignment.value;
        return publishedPorts(text.replace(/^"(.*)"$/, '$1')).map((port) => ({ ...port, unit, placed }));
      });
}
