// What the composer is in the middle of: one frame for each collection that is open. Data only; an explicit stack of these
// takes the place of recursion, so that no nesting can overflow the machine's stack.
import type { BuiltMap, BuiltNode, BuiltSeq } from './tree.ts';

export type Frame = MapFrame | SeqFrame | DiscardFrame;

interface FrameBase {
  /** Where the opening bracket stands; of block collections, where they begin. */
  readonly open: number;
  readonly place: Place;
}

/**
 * `new`: the node goes where a node is awaited. Behind a fault: `attached`, the node is in the tree already; `misplaced`, so
 * it is, or it stays outside, and its content is indented oddly, which has been reported.
 */
export type Place = 'new' | 'attached' | 'misplaced';

export interface MapFrame extends FrameBase {
  /** `flow-pair`: a single `key: value` in a flow list. */
  readonly kind: 'block-map' | 'flow-map' | 'flow-pair';
  readonly node: BuiltMap;
  /** What the next node is. */
  awaits: 'key' | 'value';
  key: BuiltNode | undefined;
  keyStart: number;
  /** Of a flow mapping: no entry has come since the bracket or comma. */
  isFirst: boolean;
  /** Of a flow mapping: the key stands alone, without `?` or colon. */
  isBare: boolean;
  /** Of a block mapping: entries found between the dashes of a list, which end at the next dash. */
  readonly isLoose: boolean;
}

export interface SeqFrame extends FrameBase {
  /** `plain-seq`: a block list that is indented no deeper than the mapping around it. */
  readonly kind: 'block-seq' | 'plain-seq' | 'flow-seq';
  readonly node: BuiltSeq;
  isFirst: boolean;
}

/** Holds a node that has no place in the tree. */
export interface DiscardFrame {
  readonly kind: 'discard';
}

export function mapFrame(
  kind: MapFrame['kind'],
  node: BuiltMap,
  open: number,
  place: Place = 'new',
  isLoose = false,
): MapFrame {
  const keyStart = node.range.start;
  return { kind, node, open, place, isLoose, awaits: 'key', key: undefined, keyStart, isFirst: true, isBare: false };
}

export function seqFrame(kind: SeqFrame['kind'], node: BuiltSeq, open: number, place: Place = 'new'): SeqFrame {
  return { kind, node, open, place, isFirst: true };
}
