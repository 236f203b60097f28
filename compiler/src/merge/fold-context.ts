// What folding configs has in common: who gives what, where, and what a clash is.
import type { OutNode } from '../output/nodes.ts';

/** A value and the number of the config that gives it. */
export interface Given<V extends OutNode = OutNode> {
  readonly from: number;
  readonly value: V;
}

/** A place of the merged config. */
export interface Place {
  /** Path of fields from the root, `[]` after a list: `storage.files[].mode`. */
  readonly path: string;
  /** The key of the nearest list item around it, such as a path or a name; empty outside of lists. */
  readonly subject: string;
}

/** Values that cannot all be had. */
export interface Clash extends Place {
  /**
   * `value`: different values for one thing. `order`: parts of a list whose order is not known. `group`: one key in several lists
   * that may have it only once among them. `argument`: a kernel argument that can have one value only.
   * `void`: what has no effect beside what another config says.
   */
  readonly kind: 'value' | 'order' | 'group' | 'argument' | 'void';
  /** What each config gives, in the order in which later ones win. */
  readonly given: readonly Given[];
  /** Of a value: what wins wherever it comes from, unless somebody says otherwise. */
  readonly prevails?: readonly (string | boolean)[];
  /** Of a group: the lists, in the same order. */
  readonly lists?: readonly string[];
}

export interface FoldContext {
  /** Takes note of a clash and says whose value counts. */
  clash(clash: Clash): Given;
  /** Takes note of an order that nobody has said, and says what is meant to come last, if anything is. */
  undecided(clash: Clash): Given | undefined;
  /** The order in which later ones win is declared, so that it can be no contradiction. */
  readonly isOrdered: boolean;
}

export function isOf<K extends OutNode['kind']>(kind: K) {
  return (given: Given): given is Given<Extract<OutNode, { kind: K }>> => given.value.kind === kind;
}

/** The one entry of a list that has only one. */
export function onlyOne<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** The last entry of a list that is known to have one. */
export function withLast<V extends OutNode>(given: readonly Given<V>[]): Given<V> {
  return given[given.length - 1] as Given<V>;
}
