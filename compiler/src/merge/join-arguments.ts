// Joins kernel arguments as the Machine Config Operator does: one config's behind the other's. What would only say again what stands
// at the end already is left out.
import { append } from '../append.ts';
import type { OutNode } from '../output/nodes.ts';
import { itemKey } from './item-key.ts';
import { argumentsByGroup } from './kernel-arguments.ts';

/** The items of several lists, the first list first. */
export function joinArguments(lists: readonly (readonly OutNode[])[]): readonly OutNode[] {
  const said = new Map<string, string[]>();
  return lists.flatMap((items) => {
    const repeated = new Set<OutNode>();
    for (const [group, members] of argumentsByGroup(items)) {
      const texts = members.map((item) => itemKey(item, 'value'));
      const before = said.get(group) ?? [];
      said.set(group, before);
      if (endsWith(before, texts)) for (const item of members) repeated.add(item);
      else append(before, texts);
    }
    return items.filter((item) => !repeated.has(item));
  });
}

function endsWith(list: readonly string[], end: readonly string[]): boolean {
  const start = list.length - end.length;
  return start >= 0 && end.every((text, index) => list[start + index] === text);
}
