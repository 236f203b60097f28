// Nodes while they are built: the same shapes as in `nodes.ts`, still open to change. Nothing outside the composer sees them
// before they are complete.
import type { AliasNode, MapNode, MissingNode, Pair, Property, ScalarNode, ScalarStyle, SeqNode } from './nodes.ts';

export interface MutableRange {
  start: number;
  end: number;
}

type Build<Node> = { -readonly [Key in keyof Node]: Node[Key] };

export type BuiltMap = Omit<Build<MapNode>, 'pairs' | 'range'> & { pairs: BuiltPair[]; range: MutableRange };
export type BuiltSeq = Omit<Build<SeqNode>, 'items' | 'range'> & { items: BuiltNode[]; range: MutableRange };
export type BuiltPair = Omit<Build<Pair>, 'range' | 'parent' | 'key' | 'value'> & {
  range: MutableRange;
  parent: BuiltMap;
  key: BuiltNode;
  value: BuiltNode;
};
export type BuiltScalar = Build<ScalarNode>;
export type BuiltAlias = Build<AliasNode>;
export type BuiltMissing = Build<MissingNode>;
export type BuiltNode = BuiltMap | BuiltSeq | BuiltScalar | BuiltAlias | BuiltMissing;

/** Anchor and tag of a node to come, and where it starts. */
export interface Properties {
  readonly start: number;
  /** Of the last property; equal to `start` when there is none. */
  readonly end: number;
  readonly anchor: Property | undefined;
  readonly tag: Property | undefined;
}

export function newMap(style: MapNode['style'], { start, anchor, tag }: Properties): BuiltMap {
  return { kind: 'map', style, range: { start, end: start }, parent: undefined, anchor, tag, pairs: [] };
}

export function newSeq(style: SeqNode['style'], { start, anchor, tag }: Properties): BuiltSeq {
  return { kind: 'seq', style, range: { start, end: start }, parent: undefined, anchor, tag, items: [] };
}

export function newScalar(style: ScalarStyle, text: string, from: number, end: number, props: Properties): BuiltScalar {
  const { start, anchor, tag } = props;
  const range = { start, end };
  // Without anchor and tag both ranges are the same, and one object does: there are many scalars.
  const valueRange = start === from ? range : { start: from, end };
  return { kind: 'scalar', style, text, range, valueRange, parent: undefined, anchor, tag };
}

export function newMissing({ start, end, anchor, tag }: Properties): BuiltMissing {
  return { kind: 'missing', range: { start, end }, parent: undefined, anchor, tag };
}

export function newAlias(name: string, start: number, end: number, target: BuiltNode | undefined): BuiltAlias {
  return { kind: 'alias', name, range: { start, end }, parent: undefined, anchor: undefined, tag: undefined, target };
}

/** Puts an item at the end of a list. */
export function addItem(seq: BuiltSeq, item: BuiltNode): void {
  item.parent = seq;
  seq.items.push(item);
}

/** Puts an entry at the end of a mapping; `start` is where its key begins, the `?` included. */
export function addPair(map: BuiltMap, start: number, key: BuiltNode, value: BuiltNode): void {
  const end = Math.max(key.range.end, value.range.end);
  // Behind a fault a key may turn out to begin before its place.
  const first = Math.min(start, key.range.start);
  if (first < map.range.start) map.range.start = first;
  const pair: BuiltPair = { kind: 'pair', parent: map, range: { start: first, end }, key, value };
  key.parent = pair;
  value.parent = pair;
  map.pairs.push(pair);
}

/** Gives an entry another value. */
export function setValue(pair: BuiltPair, value: BuiltNode): void {
  pair.value = value;
  value.parent = pair;
}

/** Makes a collection and all that hold it reach at least to `end`. */
export function extend(node: BuiltMap | BuiltSeq, end: number): void {
  // What holds a built node was built too: the types of parents are the public ones, which are closed to change.
  let at: { readonly range: MutableRange; readonly parent: unknown } | undefined = node;
  while (at && at.range.end < end) {
    at.range.end = end;
    at = at.parent as typeof at;
  }
}

/** The end of the last thing in a collection, or the collection's start. */
export function contentEnd(node: BuiltMap | BuiltSeq): number {
  const last = node.kind === 'map' ? node.pairs.at(-1) : node.items.at(-1);
  return last?.range.end ?? node.range.start;
}
