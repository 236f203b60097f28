import { listOf, type PlacedAssignment, type ProjectUnit, placeOf, settingOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';

/** What the containers of a pod share, and so what one of them cannot have for itself. */
const ofNetwork = ['PublishPort', 'AddHost', 'IP', 'IP6', 'NetworkAlias'];

export default projectRule({
  code: 'quadlet-pod-owns',
  severity: 'warning',
  docs: {
    what: 'A container in a pod sets something that belongs to the pod: ports, addresses, names, the mapping of users.',
    why: 'The containers of a pod share its network and its name, and Podman refuses the container when it is started (podman-pod-create(1), `--share`).',
    fix: 'Move the line to the `.pod` quadlet.',
  },
  check(project, context) {
    for (const unit of project.quadlets.values()) {
      const file = unit.type === 'container' ? settingOf(unit, 'Container', 'Pod') : undefined;
      if (file === undefined || unit.own === undefined || unit.own.tree.errors.length > 0) continue;
      for (const placed of ownedByPod(unit, project.quadlets.get(file), file)) {
        const { key } = placed.assignment;
        const message = `a container in a pod cannot have \`${key}=\` of its own; move it to \`[Pod]\` of \`${file}\``;
        context.report(placeOf(placed), message);
      }
    }
  },
});

function ownedByPod(unit: ProjectUnit, pod: ProjectUnit | undefined, file: string): readonly PlacedAssignment[] {
  // What a pod shares can be changed with arguments.
  if (sharesOtherwise(unit, 'Container') || (pod && sharesOtherwise(pod, 'Pod'))) return [];
  const isOnHost = pod !== undefined && listOf(pod, 'Pod', 'Network').some(isHost);
  const hasNetwork = listOf(unit, 'Container', 'Network').length > 0;
  const network = hasNetwork || isOnHost ? [] : ofNetwork.flatMap((key) => listOf(unit, 'Container', key));
  const names = listOf(unit, 'Container', 'HostName').filter(
    ({ assignment }) => !podNames(file, pod).includes(assignment.value.text),
  );
  const users = listOf(unit, 'Container', 'UserNS').filter(
    ({ assignment }) => !/^(?:host|container:.*|.*%.*)$/.test(assignment.value.text),
  );
  return [...network, ...names.slice(-1), ...users.slice(-1)];
}

function sharesOtherwise(unit: ProjectUnit, section: string): boolean {
  return ['PodmanArgs', 'GlobalArgs'].some((key) => listOf(unit, section, key).length > 0);
}

function isHost({ assignment }: PlacedAssignment): boolean {
  return assignment.value.text === 'host';
}

/** Podman takes the pod's own name for no name of a host. */
function podNames(file: string, pod: ProjectUnit | undefined): readonly string[] {
  const base = file.slice(0, -'.pod'.length);
  return [`systemd-${base}`, ...(pod === undefined ? [] : [settingOf(pod, 'Pod', 'PodName') ?? base])];
}
