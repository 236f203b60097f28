// Lists that share one key space (files, directories and links; kernel arguments that must and must not be there): the same
// key in two of them, given by different configs, is a clash. Only the winner's list keeps it.
import { fieldsOf } from '../../../spec/fields.ts';
import type { Point } from '../../../spec/gate.ts';
import type { ItemKey, ObjectNode } from '../../../spec/model.ts';
import type { OutNode, OutObject } from '../output/nodes.ts';
import type { FoldContext, Given, Place } from './fold-context.ts';
import { itemKey } from './item-key.ts';

interface GroupedList {
  readonly name: string;
  readonly group: string;
  readonly key: ItemKey;
}

interface Entry extends Given {
  readonly list: string;
}

/** The objects without the entries that lose against one of the same key in another list. */
export function foldGroups(
  given: readonly Given<OutObject>[],
  spec: ObjectNode,
  point: Point,
  place: Place,
  context: FoldContext,
): readonly Given<OutObject>[] {
  const lists = groupedLists(spec, point);
  if (lists.length === 0) return given;
  const losers = new Set<OutNode>();
  for (const group of new Set(lists.map((list) => list.group))) {
    for (const [key, entries] of entriesByKey(
      given,
      lists.filter((list) => list.group === group),
    )) {
      if (entries.every(({ list }) => list === entries[0]?.list)) continue;
      // One config alone that has the key in two lists is refused for that already.
      if (entries.every(({ from }) => from === entries[0]?.from)) continue;
      const path = place.path === '' ? group : `${place.path}.${group}`;
      const winner = context.clash({
        kind: 'group',
        path,
        subject: key,
        given: entries,
        lists: entries.map(({ list }) => list),
      });
      const winning = entries.find((entry) => entry.value === winner.value)?.list;
      for (const entry of entries) if (entry.list !== winning) losers.add(entry.value);
    }
  }
  if (losers.size === 0) return given;
  return given.map(({ from, value }) => ({ from, value: without(value, lists, losers) }));
}

function groupedLists(spec: ObjectNode, point: Point): readonly GroupedList[] {
  return [...fieldsOf(spec, point, 'output')].flatMap(([name, { node }]) => {
    if (node.kind !== 'list' || node.merge.by !== 'key' || node.merge.group === undefined) return [];
    return [{ name, group: node.merge.group, key: node.merge.key }];
  });
}

function entriesByKey(given: readonly Given<OutObject>[], lists: readonly GroupedList[]): Map<string, Entry[]> {
  const byKey = new Map<string, Entry[]>();
  for (const { from, value } of given) {
    for (const { name, key: by } of lists) {
      const list = value.fields[name];
      for (const item of list?.kind === 'list' ? list.items : []) {
        const key = itemKey(item, by);
        const entry = { from, value: item, list: name };
        const known = byKey.get(key);
        if (known) known.push(entry);
        else byKey.set(key, [entry]);
      }
    }
  }
  return byKey;
}

function without(object: OutObject, lists: readonly GroupedList[], losers: ReadonlySet<OutNode>): OutObject {
  const changes: Record<string, OutNode> = {};
  for (const { name } of lists) {
    const list = object.fields[name];
    if (list?.kind !== 'list' || !list.items.some((item) => losers.has(item))) continue;
    changes[name] = { ...list, items: list.items.filter((item) => !losers.has(item)) };
  }
  return { ...object, fields: { ...object.fields, ...changes } };
}
