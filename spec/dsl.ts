// The words in which the shapes are written. A shape is a value; its static type is derived from it (`Infer`).
import type {
  BoolNode,
  Field,
  FieldMap,
  Gate,
  IntNode,
  ItemKey,
  Layer,
  ListMerge,
  ListNode,
  MapNode,
  ObjectNode,
  SpecNode,
  StringNode,
} from './model.ts';

type Meta = Omit<Field, 'node' | 'nullable'> & { readonly nullable?: Field['nullable'] };

const stringNode: StringNode = { kind: 'string' };
const intNode: IntNode = { kind: 'int' };
const boolNode: BoolNode = { kind: 'bool' };

/** A text. Nullable unless `nullable` says otherwise. */
export function str<const M extends Meta>(meta: M): Field<StringNode> {
  return { nullable: true, ...meta, node: stringNode };
}

/** A whole number of 64 bits. */
export function int<const M extends Meta>(meta: M): Field<IntNode> {
  return { nullable: true, ...meta, node: intNode };
}

export function bool<const M extends Meta>(meta: M): Field<BoolNode> {
  return { nullable: true, ...meta, node: boolNode };
}

/** A mapping with known keys. Never null unless `nullable` says so: null counts as empty. */
export function object<const F extends FieldMap>(fields: F, meta: Meta): Field<ObjectNode<F>> {
  return { nullable: false, ...meta, node: shape(fields) };
}

/** A mapping whose shape several fields share. */
export function shaped<const F extends FieldMap>(node: ObjectNode<F>, meta: Meta): Field<ObjectNode<F>> {
  return { nullable: false, ...meta, node };
}

/** A mapping with free keys and texts as values; `required` keys must be there. */
export function map(required: readonly string[], meta: Meta): Field<MapNode> {
  return { nullable: false, ...meta, node: { kind: 'map', value: stringNode, required } };
}

/** A list of texts. */
export function strings(merge: ListMerge, meta: Meta): Field<ListNode<StringNode>> {
  return { nullable: false, ...meta, node: { kind: 'list', item: stringNode, merge } };
}

/** A list of objects. */
export function list<const F extends FieldMap>(
  item: ObjectNode<F>,
  merge: ListMerge,
  meta: Meta,
): Field<ListNode<ObjectNode<F>>> {
  return { nullable: false, ...meta, node: { kind: 'list', item, merge } };
}

/** The fields of an object, for items of lists and for shapes that several fields share. */
export function shape<const F extends FieldMap>(fields: F): ObjectNode<F> {
  return { kind: 'object', fields };
}

/** Open from a version of a layer on; without a layer, from an Ignition version on. */
export function since(version: string, layer: Layer = 'base'): Gate {
  return { [layer]: { since: version } };
}

/** Open before a version of a layer: the first one without. */
export function until(version: string, layer: Layer = 'base'): Gate {
  return { [layer]: { until: version } };
}

type KeyMerge = Extract<ListMerge, { by: 'key' }>;

/** Items are matched by a member, by themselves, or as partitions are. */
export function byKey(key: ItemKey | string, group?: string): KeyMerge {
  return {
    by: 'key',
    key: key === 'value' || key === 'partition' || typeof key === 'object' ? key : { field: key },
    ...(group === undefined ? {} : { group }),
  };
}

/** The same for a list whose order means something. */
export function byKeyInOrder(key: ItemKey | string): ListMerge {
  return { ...byKey(key), ordered: true };
}

/** Lists are joined, parent first. */
export const append: ListMerge = { by: 'append' };

/** The static type of what a node holds, as plain data. */
export type Infer<N extends SpecNode> = N extends StringNode
  ? string
  : N extends IntNode
    ? number | bigint
    : N extends BoolNode
      ? boolean
      : N extends ListNode<infer Item>
        ? readonly Infer<Item>[]
        : N extends ObjectNode<infer Fields>
          ? { readonly [K in keyof Fields]?: Infer<Fields[K]['node']> }
          : N extends MapNode
            ? Readonly<Record<string, string>>
            : never;
