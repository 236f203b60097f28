// Ignition's merge: a parent config and a child that overrides it, driven by the merge rules of the spec. Used for sugar
// (the generated fragment is the parent, the user's config the child) and for fragments. Knows no field by name.
import { fieldsOf } from '../../../spec/fields.ts';
import { holds, type Point } from '../../../spec/gate.ts';
import type { Field, ListMerge, ListNode, ObjectNode } from '../../../spec/model.ts';
import { isSet } from '../output/is-set.ts';
import type { Out, OutList, OutNode, OutObject } from '../output/nodes.ts';
import { itemKey } from './item-key.ts';
import { joinArguments } from './join-arguments.ts';
import { prevails } from './prevails.ts';

/**
 * Merges two configs of one spec. Source-only members (sugar) are kept as well, the child's winning.
 * Rules: Ignition's `config/merge`, "operator notes" of its documentation.
 */
export function merge<N extends ObjectNode>(parent: Out<N>, child: Out<N>, spec: N, point: Point): Out<N> {
  return mergeObjects(parent as OutObject, child as OutObject, spec, point) as unknown as Out<N>;
}

function mergeObjects(parent: OutObject, child: OutObject, spec: ObjectNode, point: Point): OutObject {
  // A side that is wholly unset yields the other, plain members of it included.
  if (!isSet(child, spec, point)) return parent;
  if (!isSet(parent, spec, point)) return child;
  const groups = childKeysByGroup(child, spec, point);
  const fields: Record<string, OutNode | undefined> = { ...parent.fields, ...child.fields };
  for (const [name, field] of fieldsOf(spec, point, 'output')) {
    const own = isStructUnset(child, name, field) ? parent.fields[name] : child.fields[name];
    const merged = mergeMembers(parent.fields[name], own, field, point, groups.get(name));
    if (merged === undefined) delete fields[name];
    else fields[name] = merged;
  }
  return { kind: 'object', fields, origin: child.origin };
}

/** Whether the struct that a plain member belongs to is wholly unset, so that the parent's stays. */
function isStructUnset(child: OutObject, name: string, { structWith }: Field): boolean {
  if (structWith === undefined || structWith.some((sibling) => child.fields[sibling] !== undefined)) return false;
  const value = child.fields[name];
  return value === undefined || (value.kind === 'text' && value.value === '');
}

function mergeMembers(
  parent: OutNode | undefined,
  child: OutNode | undefined,
  field: Field,
  point: Point,
  elsewhere: ReadonlySet<string> | undefined,
): OutNode | undefined {
  const { node } = field;
  if (node.kind === 'list') {
    if (parent?.kind !== 'list') return child;
    const added = child?.kind === 'list' ? child : undefined;
    return mergeLists(parent, added, node, point, elsewhere ?? new Set());
  }
  if (node.kind === 'object') {
    if (parent?.kind === 'object' && child?.kind === 'object') return mergeObjects(parent, child, node, point);
    return child ?? parent;
  }
  // A plain scalar of the child counts even when it is empty, because there absent and empty are the same.
  if (!holds(field.nullable, point)) return child;
  if (parent && child && prevails(parent, field.prevails) && !prevails(child, field.prevails)) return parent;
  return child ?? parent;
}

function mergeLists(
  parent: OutList,
  child: OutList | undefined,
  spec: ListNode,
  point: Point,
  elsewhere: ReadonlySet<string>,
): OutList {
  const { merge: rule, item: itemSpec } = spec;
  const origin = child?.origin ?? parent.origin;
  if (rule.by === 'append') {
    return { kind: 'list', items: [...parent.items, ...(child?.items ?? [])], origin };
  }
  if (rule.repeats) {
    return { kind: 'list', items: joinArguments([parent.items, child?.items ?? []]), origin };
  }
  const added = new Map((child?.items ?? []).map((item) => [itemKey(item, rule.key), item] as const));
  const items: OutNode[] = [];
  const known = new Set<string>();
  for (const item of parent.items) {
    const key = itemKey(item, rule.key);
    known.add(key);
    const match = added.get(key);
    if (match === undefined) {
      // The child has this key in another list of the group: its entry takes the place of the parent's.
      if (!elsewhere.has(key)) items.push(item);
    } else if (!isRemoval(match, rule)) {
      items.push(
        item.kind === 'object' && match.kind === 'object' && itemSpec.kind === 'object'
          ? mergeObjects(item, match, itemSpec, point)
          : match,
      );
    }
  }
  for (const item of child?.items ?? []) if (!known.has(itemKey(item, rule.key))) items.push(item);
  return { kind: 'list', items, origin };
}

/** A header without a value takes the parent's header of that name away. */
function isRemoval(item: OutNode, rule: ListMerge): boolean {
  return rule.by === 'key' && rule.removal !== undefined && item.kind === 'object' && item.fields.value === undefined;
}

/** For each list that shares its key space with others: the child's keys in those others. */
function childKeysByGroup(child: OutObject, spec: ObjectNode, point: Point): Map<string, ReadonlySet<string>> {
  const lists: { name: string; group: string; keys: string[] }[] = [];
  for (const [name, field] of fieldsOf(spec, point, 'output')) {
    if (field.node.kind !== 'list') continue;
    const { merge: rule } = field.node;
    if (rule.by !== 'key' || rule.group === undefined) continue;
    const list = child.fields[name];
    const items = list?.kind === 'list' ? list.items : [];
    lists.push({ name, group: rule.group, keys: items.map((item) => itemKey(item, rule.key)) });
  }
  return new Map(
    lists.map(({ name, group }) => {
      const others = lists.filter((other) => other.group === group && other.name !== name);
      return [name, new Set(others.flatMap((other) => other.keys))] as const;
    }),
  );
}
