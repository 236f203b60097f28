import { placeOf, writtenOf } from '../project-unit.ts';
import { unitRule } from '../rule.ts';

/** What Podman accepts in `[Service]` of containers and Kubernetes YAML. */
const accepted: { readonly [key: string]: readonly string[] } = {
  KillMode: ['mixed', 'control-group'],
  Type: ['notify', 'oneshot'],
};

export default unitRule({
  code: 'quadlet-service-invalid',
  severity: 'error',
  docs: {
    what: '`[Service]` of a quadlet has a `Type=` or `KillMode=` that Podman does not accept.',
    why: 'The generator refuses the file: the service must be able to tell when the container is up, and to stop it in order.',
    fix: 'Remove the line. `Type=oneshot` is for containers that end by themselves.',
  },
  of: ['quadlet'],
  check(unit, context) {
    if (unit.type !== 'container' && unit.type !== 'kube') return;
    for (const [key, values] of Object.entries(accepted)) {
      const found = writtenOf(unit, 'Service', key);
      const value = found?.assignment.value.text;
      if (found === undefined || value === undefined || values.includes(value)) continue;
      const list = values.map((each) => `\`${each}\``).join(' or ');
      context.report(placeOf(found), `Podman does not accept \`${key}=${value}\` here; remove it, or write ${list}`);
    }
  },
});
