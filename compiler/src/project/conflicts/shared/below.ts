// What lies below a file or a link of another fragment.
import type { Given } from '../../../merge/fold-context.ts';
import { areSeveral, type ConflictContext } from './conflict.ts';
import { byPath, type Node, nodesOf } from './nodes.ts';

/** Reports each path below one of the list, once, with the nearest path above it. */
export function reportBelow(
  context: ConflictContext,
  list: 'files' | 'links',
  message: (path: string, above: string) => string,
): void {
  const upper = byPath(context, [list]);
  if (upper.size === 0) return;
  const lengths = new Set([...upper.keys()].map((path) => path.length));
  const all = nodesOf(context);
  for (const [path, nodes] of all) {
    const above = nearestAbove(path, upper, lengths);
    const blocking = above === undefined ? undefined : upper.get(above);
    if (above === undefined || blocking === undefined || !isConflict(nodes, blocking, list)) continue;
    // Where it is not even agreed what the upper path is, that is the conflict.
    if (all.get(above)?.length !== blocking.length) continue;
    const placed = [...blocking, ...nodes].map(
      ({ from, value }): Given => ({ from, value: value.fields.path ?? value }),
    );
    context.report({ given: placed, message: message(path, above) });
  }
}

function nearestAbove(
  path: string,
  upper: ReadonlyMap<string, readonly Given<Node>[]>,
  lengths: ReadonlySet<number>,
): string | undefined {
  // Only beginnings of a length that some path has are worth cutting out.
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (!lengths.has(end)) continue;
    const above = path.slice(0, end);
    if (upper.has(above)) return above;
  }
  return undefined;
}

/** That a fragment puts something below a link of its own is said where it is checked alone. */
function isConflict(nodes: readonly Given[], blocking: readonly Given[], list: 'files' | 'links'): boolean {
  if (list === 'files') return areSeveral([...nodes, ...blocking]);
  return nodes.some(({ from }) => !blocking.some((other) => other.from === from));
}
