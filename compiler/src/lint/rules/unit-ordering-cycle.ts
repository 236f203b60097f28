import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import type { Project } from '../project.ts';
import { textsOf } from '../project-unit.ts';
import { projectRule, type UnitPlace } from '../rule.ts';
import { bootEdges, type Edge, orderedTargets, startedAtBoot } from '../shared/boot-edges.ts';

export default projectRule({
  code: 'unit-ordering-cycle',
  severity: 'warning',
  docs: {
    what: 'Units wait for each other in a circle.',
    why: 'systemd breaks such a circle by leaving out one of the units, and which one is not said. Services wait for `basic.target` by default, and the boot waits for local mounts before that (systemd.service(5), systemd.mount(5)): a mount that waits for such a service is a circle, too.',
    fix: 'Remove one of the `After=` or `Before=` that the notes name, or add `DefaultDependencies=no` to a unit that has to run that early.',
  },
  check(project, context) {
    const started = startedAtBoot(project);
    const isSure = (cycle: readonly Edge[]): boolean =>
      !cycle.some(({ from }) => orderedTargets.has(from)) ||
      cycle.every(({ from }) => orderedTargets.has(from) || started.has(from));
    for (const cycle of cyclesOf(edgesOf(project, started)).filter(isSure).map(fromWritten)) {
      const [first] = cycle;
      if (first?.at === undefined) continue;
      const { view } = first.at;
      const names = [...cycle.map(({ from }) => from), first.from].map((name) => `\`${name}\``).join(' → ');
      const notes = cycle.slice(1).map(({ from, to, at }) => {
        if (at === undefined) return { message: `\`${from}\` waits for \`${to}\` by default` };
        const message = `\`${from}\` waits for \`${to}\``;
        return at.view === view ? { message: `${message} here`, range: at.range } : { message };
      });
      const early = cycle.some(({ from, at }) => at === undefined && started.has(from));
      const advice = early
        ? 'remove one of these orders, or add `DefaultDependencies=no`'
        : 'remove one of these orders';
      context.report(first.at, `units wait for each other: ${names}; ${advice}`, { notes });
    }
  },
});

/** A circle from the first of its orders on that somebody has written. */
function fromWritten(cycle: readonly Edge[]): readonly Edge[] {
  const start = Math.max(
    0,
    cycle.findIndex(({ at }) => at !== undefined),
  );
  return [...cycle.slice(start), ...cycle.slice(0, start)];
}

function edgesOf(project: Project, started: ReadonlySet<string>): ReadonlyMap<string, readonly Edge[]> {
  const edges = new Map<string, Edge[]>();
  const add = (edge: Edge): void => {
    const list = edges.get(edge.from);
    if (list) list.push(edge);
    else edges.set(edge.from, [edge]);
  };
  const named = [...[...project.units.values()].map((unit) => [unit.name, unit] as const), ...project.generated];
  const names = new Set(named.map(([name]) => name));
  for (const [name, unit] of named) {
    for (const view of textsOf(unit)) {
      for (const { name: other, relation, range } of unitReferences(view)) {
        const isKnown = names.has(other) || (orderedTargets.has(other) && started.has(name));
        if (!isKnown || other === name) continue;
        const at: UnitPlace = { view, range };
        if (relation === 'After') add({ from: name, to: other, at });
        if (relation === 'Before') add({ from: other, to: name, at });
      }
    }
  }
  for (const edge of bootEdges(project, started)) add(edge);
  return edges;
}

/** A circle for each knot of units, found in one walk; a loop, as chains can be long. */
function cyclesOf(edges: ReadonlyMap<string, readonly Edge[]>): readonly (readonly Edge[])[] {
  const cycles: (readonly Edge[])[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of edges.keys()) {
    if (state.has(start)) continue;
    const path: { readonly name: string; next: number; readonly by?: Edge }[] = [{ name: start, next: 0 }];
    state.set(start, 'open');
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = edges.get(top.name)?.[top.next++];
      if (edge === undefined) {
        state.set(top.name, 'done');
        path.pop();
      } else if (state.get(edge.to) === 'open') {
        const from = path.findIndex(({ name }) => name === edge.to);
        cycles.push([...path.slice(from + 1).flatMap(({ by }) => (by ? [by] : [])), edge]);
      } else if (!state.has(edge.to)) {
        state.set(edge.to, 'open');
        path.push({ name: edge.to, next: 0, by: edge });
      }
    }
  }
  return cycles;
}
