// The entry of a list that has a certain key: for those who ask for many of one list.
import type { ItemKey } from '../../../spec/model.ts';
import type { OutList, OutNode } from '../output/nodes.ts';
import { itemKey } from './item-key.ts';

const memo = new WeakMap<OutList, Map<ItemKey, ReadonlyMap<string, OutNode>>>();

/** The first item of `list` with `key`. */
export function keyedItem(list: OutList, rule: ItemKey, key: string): OutNode | undefined {
  let byRule = memo.get(list);
  if (byRule === undefined) {
    byRule = new Map();
    memo.set(list, byRule);
  }
  let items = byRule.get(rule);
  if (items === undefined) {
    // Of several with one key the first counts, which is the last one put in.
    items = new Map(list.items.toReversed().map((item) => [itemKey(item, rule), item]));
    byRule.set(rule, items);
  }
  return items.get(key);
}
