import { unitReferences } from '../../embedded/unit-syntax/references.ts';
import type { UnitView } from '../../embedded/unit-syntax/view.ts';
import type { SourceRange } from '../../text/range.ts';
import type { Project } from '../project.ts';
import { textsOf } from '../project-unit.ts';
import { projectRule } from '../rule.ts';

/** One unit is to be started after another one, by what stands at a place. */
interface Edge {
  readonly from: string;
  readonly to: string;
  readonly view: UnitView;
  readonly range: SourceRange;
}

export default projectRule({
  code: 'unit-ordering-cycle',
  severity: 'warning',
  docs: {
    what: 'Units wait for each other in a circle.',
    why: 'systemd breaks such a circle by leaving out one of the units, and which one is not said.',
    fix: 'Remove one of the `After=` or `Before=` that the notes name.',
  },
  check(project, context) {
    for (const cycle of cyclesOf(edgesOf(project))) {
      const [first] = cycle;
      if (first === undefined) continue;
      const names = [...cycle.map(({ from }) => from), first.from].map((name) => `\`${name}\``).join(' → ');
      const message = `units wait for each other: ${names}; remove one of these orders`;
      const notes = cycle
        .slice(1)
        .map(({ from, to, view, range }) =>
          view === first.view
            ? { message: `\`${from}\` waits for \`${to}\` here`, range }
            : { message: `\`${from}\` waits for \`${to}\`` },
        );
      context.report(first, message, { notes });
    }
  },
});

function edgesOf(project: Project): ReadonlyMap<string, readonly Edge[]> {
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
        if (!names.has(other) || other === name) continue;
        if (relation === 'After') add({ from: name, to: other, view, range });
        if (relation === 'Before') add({ from: other, to: name, view, range });
      }
    }
  }
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
