// The config as a tree of values with origins. Members go by their source names (`with_mount_unit`, `size_mib`), sugar
// included; `printable.ts` gives them Ignition's names. Immutable: a pass that changes something makes new nodes.
import type {
  BoolNode,
  FieldMap,
  IntNode,
  ListNode,
  MapNode,
  ObjectNode,
  SpecNode,
  StringNode,
} from '../../../spec/model.ts';
import type { Origin } from '../diagnostic/origin.ts';

export type OutNode = OutText | OutInt | OutBool | OutList | OutObject | OutMap;

export interface OutText {
  readonly kind: 'text';
  readonly value: string;
  /** The bytes, when they are not UTF-8 (from `!!binary` or a local file); `value` then has U+FFFD for each bad byte. */
  readonly bytes?: Uint8Array;
  readonly origin: Origin;
}

export interface OutInt {
  readonly kind: 'int';
  /** 64 bits, exact: a bigint when a double cannot hold it. */
  readonly value: number | bigint;
  readonly origin: Origin;
}

export interface OutBool {
  readonly kind: 'bool';
  readonly value: boolean;
  readonly origin: Origin;
}

export interface OutList<Item extends OutNode = OutNode> {
  readonly kind: 'list';
  readonly items: readonly Item[];
  readonly origin: Origin;
}

export type OutFields = { readonly [name: string]: OutNode | undefined };

export interface OutObject<Fields extends OutFields = OutFields> {
  readonly kind: 'object';
  /** Absent members are null or not written. */
  readonly fields: Fields;
  readonly origin: Origin;
}

/** A mapping with free keys, in source order. */
export interface OutMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, OutText>;
  readonly origin: Origin;
}

/** The tree that a spec node describes: `Out<typeof files>` has `fields.path?.value`. */
export type Out<N extends SpecNode> = N extends StringNode
  ? OutText
  : N extends IntNode
    ? OutInt
    : N extends BoolNode
      ? OutBool
      : N extends MapNode
        ? OutMap
        : N extends ListNode<infer Item>
          ? OutList<Out<Item>>
          : N extends ObjectNode<infer Fields>
            ? OutObject<OutFieldsOf<Fields>>
            : never;

export type OutFieldsOf<Fields extends FieldMap> = {
  readonly [K in keyof Fields & string]?: Out<Fields[K]['node']> | undefined;
};
