// Makes and changes values of the tree. A changed object is a new one.
import type { Origin } from '../diagnostic/origin.ts';
import type { OutBool, OutFields, OutInt, OutList, OutNode, OutObject, OutText } from './nodes.ts';

export function text(value: string, origin: Origin): OutText {
  return { kind: 'text', value, origin };
}

export function int(value: number, origin: Origin): OutInt {
  return { kind: 'int', value, origin };
}

export function bool(value: boolean, origin: Origin): OutBool {
  return { kind: 'bool', value, origin };
}

export function list<Item extends OutNode>(items: readonly Item[], origin: Origin): OutList<Item> {
  return { kind: 'list', items, origin };
}

export function object<Fields extends OutFields>(fields: Fields, origin: Origin): OutObject<Fields> {
  return { kind: 'object', fields, origin };
}

/** `target` with other values for some members. */
export function withFields<Fields extends OutFields>(
  target: OutObject<Fields>,
  changes: Partial<Fields>,
): OutObject<Fields> {
  return { ...target, fields: { ...target.fields, ...changes } };
}

/** `target` with each item changed by `change`; `undefined` stays. */
export function mapItems<Item extends OutNode>(
  target: OutList<Item> | undefined,
  change: (item: Item) => Item,
): OutList<Item> | undefined {
  return target && { ...target, items: target.items.map(change) };
}
