// Puts things into an order that keeps several orders of parts of them. Which of them come first otherwise is a matter of their numbers
// alone, so that nothing depends on the order in which the parts are told.
import { ReadyQueue } from './ready-queue.ts';

/** Pairs of numbers: the first one comes before the second. */
export type Edges = readonly (readonly [before: number, after: number])[];

/**
 * The numbers below `count`. `must` has no cycles and is kept; `should` is kept where it can be, and what follows another by it comes
 * right behind that where it may.
 */
export function sortPartially(count: number, must: Edges, should: Edges): readonly number[] {
  const graph = graphOf(count, must, should);
  const [free, blocked] = [new ReadyQueue(), new ReadyQueue()];
  const add = (at: number): void => {
    if (graph.must[at] === 0) (graph.should[at] === 0 ? free : blocked).add(at);
  };
  for (let at = 0; at < count; at++) add(at);
  const sorted: number[] = [];
  const done = new Set<number>();
  let former: number | undefined;
  while (sorted.length < count) {
    const next: number | undefined = following(former, graph, done) ?? takeNew(free, done) ?? takeNew(blocked, done);
    if (next === undefined) break;
    done.add(next);
    sorted.push(next);
    former = next;
    for (const [after, kind] of graph.after[next] ?? []) {
      graph[kind][after] = (graph[kind][after] ?? 1) - 1;
      if (!done.has(after)) add(after);
    }
  }
  return sorted;
}

interface Graph {
  /** How many have to, or should, come before each. */
  readonly must: number[];
  readonly should: number[];
  readonly after: readonly (readonly (readonly [number, 'must' | 'should'])[])[];
}

function graphOf(count: number, must: Edges, should: Edges): Graph {
  const after = Array.from({ length: count }, (): [number, 'must' | 'should'][] => []);
  const counts = { must: new Array<number>(count).fill(0), should: new Array<number>(count).fill(0) };
  for (const [kind, edges] of [['must', must] as const, ['should', should] as const]) {
    for (const [one, other] of edges) {
      after[one]?.push([other, kind]);
      counts[kind][other] = (counts[kind][other] ?? 0) + 1;
    }
  }
  return { ...counts, after };
}

/** The smallest that should come right behind the former one and may. */
function following(former: number | undefined, graph: Graph, done: ReadonlySet<number>): number | undefined {
  const candidates = (former === undefined ? [] : (graph.after[former] ?? []))
    .filter(([at, kind]) => kind === 'should' && !done.has(at) && graph.must[at] === 0 && graph.should[at] === 0)
    .map(([at]) => at);
  return candidates.reduce<number | undefined>(
    (least, at) => (least === undefined || at < least ? at : least),
    undefined,
  );
}

function takeNew(queue: ReadyQueue, done: ReadonlySet<number>): number | undefined {
  let next = queue.take();
  while (next !== undefined && done.has(next)) next = queue.take();
  return next;
}

/** The numbers that lie on a cycle, or between two of them. */
export function onCycles(count: number, edges: Edges): ReadonlySet<number> {
  const all = new Set(Array.from({ length: count }, (_, at) => at));
  const withoutFirst = withoutEnds(count, all, edges);
  const backwards = edges.map(([one, other]): readonly [number, number] => [other, one]);
  return withoutEnds(count, withoutFirst, backwards);
}

/** Those that are left when what has nothing before it is taken away again and again. */
function withoutEnds(count: number, among: ReadonlySet<number>, edges: Edges): ReadonlySet<number> {
  const left = new Set(among);
  const inner = edges.filter(([one, other]) => left.has(one) && left.has(other));
  const { must, after } = graphOf(count, inner, []);
  const open = [...left].filter((at) => must[at] === 0);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    left.delete(at);
    for (const [next] of after[at] ?? []) {
      must[next] = (must[next] ?? 1) - 1;
      if (must[next] === 0) open.push(next);
    }
  }
  return left;
}
