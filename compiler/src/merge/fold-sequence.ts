// Joins lists of kernel arguments whose fragments have no order: each fragment's own order is kept, and what is left open is decided by
// the arguments themselves. What contradicts each other is handed back as a clash.
import { append } from '../append.ts';
import type { OutList, OutNode } from '../output/nodes.ts';
import type { FoldContext, Given, Place } from './fold-context.ts';
import { itemKey } from './item-key.ts';
import { joinArguments } from './join-arguments.ts';
import { argumentGroup, argumentKey, isAboutFormer, isLastSpecial, isSingle } from './kernel-arguments.ts';
import { canonical } from './same-value.ts';
import { type Edges, onCycles, sortPartially } from './sort-partially.ts';

/** One argument, with all that give it. */
interface Argument {
  readonly text: string;
  readonly given: Given[];
}

/** The arguments of one fragment, as numbers of those of all. */
interface Sequence {
  readonly from: number;
  readonly numbers: readonly number[];
}

/** The arguments of all lists, in an order that keeps that of each. */
export function foldSequence(given: readonly Given<OutList>[], place: Place, context: FoldContext): readonly OutNode[] {
  const lists = withoutLosers(given.map(asItems), place, context);
  if (context.isOrdered) return joinArguments(lists.map(({ items }) => items));
  const { all, sequences } = numbered(lists);
  const must = sequences.flatMap(({ numbers }) => orderInGroups(numbers, all));
  const sound = withoutContradictions(must, all, sequences, place, context);
  const whole = [...sound, ...lastOnes(sound, all, sequences, place, context)];
  const should = sequences.flatMap(({ numbers }) => pairs(numbers));
  const sorted = sortPartially(all.length, whole, should);
  return withoutTornApart(sorted, all, sequences, place, context).flatMap((at) =>
    all[at] ? [canonical(all[at].given)] : [],
  );
}

interface Items {
  readonly from: number;
  readonly items: readonly OutNode[];
}

function asItems({ from, value }: Given<OutList>): Items {
  return { from, items: value.items };
}

function textOf(item: OutNode): string {
  return itemKey(item, 'value');
}

/** Where the kernel takes one value only, the fragments have to agree on the last one that they give. */
function withoutLosers(lists: readonly Items[], place: Place, context: FoldContext): readonly Items[] {
  const last = new Map<string, Map<number, OutNode>>();
  for (const { from, items } of lists) {
    for (const item of items) {
      const key = argumentKey(textOf(item));
      if (!isSingle(key)) continue;
      const known = last.get(key) ?? new Map<number, OutNode>();
      last.set(key, known.set(from, item));
    }
  }
  const winners = new Map<string, string>();
  for (const [subject, values] of last) {
    if (new Set([...values.values()].map(textOf)).size < 2) continue;
    const given = [...values].map(([from, value]): Given => ({ from, value }));
    winners.set(subject, textOf(context.clash({ kind: 'argument', path: place.path, subject, given }).value));
  }
  if (winners.size === 0) return lists;
  return lists.map(({ from, items }) => {
    const isLost = (item: OutNode): boolean => {
      const key = argumentKey(textOf(item));
      const effective = last.get(key)?.get(from);
      return winners.has(key) && (effective === undefined || textOf(effective) !== winners.get(key));
    };
    return { from, items: items.filter((item) => !isLost(item)) };
  });
}

/** Numbers in the order of the texts. An argument that a fragment repeats has several of them. */
function numbered(lists: readonly Items[]): { all: readonly Argument[]; sequences: readonly Sequence[] } {
  const byKey = new Map<string, Argument>();
  const keyed = lists.map(({ from, items }) => {
    const counts = new Map<string, number>();
    const keys = items.map((value) => {
      const text = textOf(value);
      const count = counts.get(text) ?? 0;
      counts.set(text, count + 1);
      const key = `${text}\0${String(count).padStart(9, '0')}`;
      const known = byKey.get(key);
      if (known) known.given.push({ from, value });
      else byKey.set(key, { text, given: [{ from, value }] });
      return key;
    });
    return { from, keys };
  });
  const sorted = [...byKey.keys()].sort();
  const numberOf = new Map(sorted.map((key, number) => [key, number] as const));
  const sequences = keyed.map(({ from, keys }) => ({ from, numbers: keys.flatMap((key) => numberOf.get(key) ?? []) }));
  return { all: sorted.flatMap((key) => byKey.get(key) ?? []), sequences };
}

function pairs(numbers: readonly number[]): Edges {
  return numbers.slice(1).map((number, index) => [numbers[index] ?? number, number] as const);
}

/** Each argument with the next one of its group. Of those with one value only the place of the last one counts. */
function orderInGroups(numbers: readonly number[], all: readonly Argument[]): Edges {
  return [...groupsOf(numbers, all).values()].flatMap((members) => {
    const last = members.at(-1) ?? 0;
    const isOne = members.every((at) => isSingle(argumentKey(all[at]?.text ?? '')));
    return isOne ? members.slice(0, -1).map((at) => [at, last] as const) : pairs(members);
  });
}

function groupsOf(numbers: readonly number[], all: readonly Argument[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const at of numbers) {
    const group = argumentGroup(all[at]?.text ?? '');
    const known = groups.get(group);
    if (known) known.push(at);
    else groups.set(group, [at]);
  }
  return groups;
}

/** The order without what contradicts it in other fragments than the winner. */
function withoutContradictions(
  must: Edges,
  all: readonly Argument[],
  sequences: readonly Sequence[],
  place: Place,
  context: FoldContext,
): Edges {
  const cyclic = onCycles(all.length, must);
  if (cyclic.size === 0) return must;
  const kept: (readonly [number, number])[] = must.filter(([one, other]) => !cyclic.has(one) || !cyclic.has(other));
  for (const [subject, members] of groupsOf([...cyclic], all)) {
    const inner = new Set(members);
    const parts = sequences
      .map(({ from, numbers }) => ({ from, numbers: numbers.filter((at) => inner.has(at)) }))
      .filter(({ numbers }) => numbers.length > 1);
    const given = parts.flatMap(({ from, numbers }) => givenBy(from, all[numbers.at(-1) ?? 0]));
    const winner = context.clash({ kind: 'order', path: place.path, subject, given });
    append(kept, pairs(parts.find(({ from }) => from === winner.from)?.numbers ?? []));
  }
  return kept;
}

function givenBy(from: number, argument: Argument | undefined): readonly Given[] {
  return (argument?.given ?? []).filter((each) => each.from === from);
}

/** Where the last one of a group is special and nobody says which that is: the one that is meant to win, if there is one. */
function lastOnes(
  must: Edges,
  all: readonly Argument[],
  sequences: readonly Sequence[],
  place: Place,
  context: FoldContext,
): Edges {
  const before = new Set(must.map(([one]) => one));
  const ends = [...all.keys()].filter((at) => !before.has(at) && isLastSpecial(argumentGroup(all[at]?.text ?? '')));
  return [...groupsOf(ends, all)].flatMap(([subject, members]): Edges => {
    if (members.length < 2) return [];
    const given = sequences.flatMap(({ from, numbers }) => {
      const own = new Set(numbers);
      return members.filter((at) => own.has(at)).flatMap((at) => givenBy(from, all[at]));
    });
    const winner = context.undecided({ kind: 'order', path: place.path, subject, given });
    const last = members.find((at) => winner && all[at]?.given.includes(winner));
    return last === undefined ? [] : members.filter((at) => at !== last).map((at) => [at, last] as const);
  });
}

/**
 * An argument about the former one of its group has to stay behind that; with one text in two places it cannot. Then the winner's
 * arguments are all that is left of the group.
 */
function withoutTornApart(
  sorted: readonly number[],
  all: readonly Argument[],
  sequences: readonly Sequence[],
  place: Place,
  context: FoldContext,
): readonly number[] {
  const about = sorted.filter((at) => isAboutFormer(all[at]?.text ?? ''));
  if (about.length === 0) return sorted;
  const former = formerInGroup(sorted, all);
  const parts = sequences.map(({ from, numbers }) => ({ from, former: formerInGroup(numbers, all) }));
  const isTorn = (at: number): boolean =>
    parts.some((part) => part.former.has(at) && part.former.get(at) !== former.get(at));
  const torn = new Set(about.filter(isTorn).map((at) => argumentGroup(all[at]?.text ?? '')));
  return [...torn].reduce((left, subject) => {
    const members = groupsOf(left, all).get(subject) ?? [];
    const givers = parts.filter((part) => members.some((at) => part.former.has(at)));
    const given = givers.flatMap((part) =>
      givenBy(part.from, all[members.findLast((at) => part.former.has(at)) ?? -1]),
    );
    const winner = context.clash({ kind: 'order', path: place.path, subject, given });
    const own = givers.find(({ from }) => from === winner.from)?.former;
    const lost = new Set(members.filter((at) => own?.has(at) === false));
    return left.filter((at) => !lost.has(at));
  }, sorted);
}

/** What stands before each in its group. */
function formerInGroup(numbers: readonly number[], all: readonly Argument[]): ReadonlyMap<number, number | undefined> {
  const former = new Map<number, number | undefined>();
  for (const members of groupsOf(numbers, all).values()) {
    for (const [index, at] of members.entries()) former.set(at, members[index - 1]);
  }
  return former;
}
