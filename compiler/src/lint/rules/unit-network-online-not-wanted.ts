import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import { textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { startedAtBoot } from '../shared/boot-edges.ts';

const online = 'network-online.target';

/** Relations that pull another unit in. */
const pulling: ReadonlySet<string> = new Set(['Wants', 'Requires', 'Requisite', 'BindsTo', 'Upholds']);

export default projectRule({
  code: 'unit-network-online-not-wanted',
  severity: 'note',
  docs: {
    what: 'A unit is to start after `network-online.target`, and nothing in the config asks for that target.',
    why: '`After=` is an order alone. When no unit wants the target it is not a part of the boot, and the unit does not wait for the network (systemd.special(7)).',
    fix: 'Add `Wants=network-online.target` beside it.',
  },
  check(project, context) {
    if (project.isOpen) return;
    const all = [...project.units.values(), ...project.quadlets.values()];
    const references = all.flatMap(textsOf).flatMap(unitReferences);
    const isWanted = references.some(
      ({ name, relation }) => pulling.has(relation) && (name === online || /-wait-online(?:@.*)?\.service$/.test(name)),
    );
    // Podman's generator has the services of Quadlets want it.
    if (isWanted || project.quadlets.size > 0) return;
    const started = startedAtBoot(project);
    for (const unit of project.units.values()) {
      if (!started.has(unit.name)) continue;
      for (const view of textsOf(unit)) {
        const order = unitReferences(view).find(({ name, relation }) => name === online && relation === 'After');
        if (order === undefined) continue;
        const message = `nothing in this config asks for \`${online}\`, and \`After=\` alone does not; add \`Wants=${online}\``;
        context.report({ view, range: order.range }, message);
        break;
      }
    }
  },
});
