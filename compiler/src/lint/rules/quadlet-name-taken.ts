import { lastOf, type ProjectUnit, placeOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';
import { excludeEachOther, wholeQuadlets } from '../shared/quadlet-pairs.ts';
import { quote } from '../shared/suggest.ts';

/** Each is compared with the others of its name; nobody has more by mistake. */
const mostOfName = 20;

export default projectRule({
  code: 'quadlet-name-taken',
  severity: 'warning',
  docs: {
    what: 'Two quadlets make containers of the same name.',
    why: 'The generator has containers replace those of their name (`podman run --replace`), so that starting one of them removes the other.',
    fix: 'Give each a `ContainerName=` of its own.',
  },
  check(project, context) {
    const containers = wholeQuadlets(project).filter(({ type }) => type === 'container');
    const byName = new Map<string, ProjectUnit[]>();
    for (const unit of containers) {
      const name = nameOf(unit);
      if (name !== undefined) byName.set(name, [...(byName.get(name) ?? []), unit].slice(0, mostOfName));
    }
    for (const [name, units] of byName) {
      for (const [index, unit] of units.entries()) {
        const written = lastOf(unit, 'Container', 'ContainerName');
        // Told at those that write it; of two that do, at the second.
        const other = units.find(
          (each, at) =>
            (at < index || (at > index && lastOf(each, 'Container', 'ContainerName') === undefined)) &&
            !excludeEachOther(unit, each, project),
        );
        if (written === undefined || other === undefined) continue;
        const message = `the container of \`${other.name}\` is called ${quote(name)}, too, and each replaces the other; choose another name`;
        context.report(placeOf(written), message);
      }
    }
  },
});

/** The name of the container that is made; undefined when it becomes known on the machine only. */
function nameOf(unit: ProjectUnit): string | undefined {
  const written = lastOf(unit, 'Container', 'ContainerName')?.assignment.value.text.replace(/^"(.*)"$/, '$1');
  const text = written ?? `systemd-${unit.name.slice(0, unit.name.lastIndexOf('.'))}`;
  return /[%$]/.test(text) ? undefined : text;
}
