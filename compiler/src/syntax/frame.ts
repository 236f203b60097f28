// What the composer is in the middle of: one frame for each collection that is open. Data only; an explicit stack of these
// takes the place of recursion, so that no nesting can overflow the machine's stack.
import type { BuiltMap, BuiltNode, BuiltSeq } from './tree.ts';

export type Frame = MapFrame | SeqFrame | DiscardFrame;

interface FrameBase {
  /** Where the opening bracket stands; of block collections, where they begin. */
  readonly open: number;
  /** Behind a fault: the node is in the tree already and gets further content, or has no place in it. */
  readonly isAdopted: boolean;
}

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
  isAdopted = false,
  isLoose = false,
): MapFrame {
  const start = node.range.start;
  return {
    kind,
    node,
    open,
    isAdopted,
    isLoose,
    awaits: 'key',
    key: undefined,
    keyStart: start,
    isFirst: true,
    isBare: false,
  };
}

export function seqFrame(kind: SeqFrame['kind'], node: BuiltSeq, open: number, isAdopted = false): SeqFrame {
  return { kind, node, open, isAdopted, isFirst: true };
}
