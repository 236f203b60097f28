// What the printer of the formatter gives, and the words in which it thinks. Data only.
import type { ScalarNode, SyntaxNode } from '../syntax/nodes.ts';

/** A piece of the old text and where it is in the new one: a scalar, an anchor, a comment. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly newStart: number;
  readonly newEnd: number;
}

export interface Printed {
  readonly text: string;
  /** In the order of the new text. */
  readonly pieces: readonly Piece[];
  /** The blocks of which each stands in the column in which it stood. */
  readonly unmoved: ReadonlySet<SyntaxNode>;
}

/** Other spellings for certain scalars. */
export type Spellings = ReadonlyMap<ScalarNode, string>;

/** Where a node is written. */
export interface Place {
  /** Column of the entry around the node: of its key or dash; -1 at the root. */
  readonly column: number;
  /** Column in which entries of a block begin. */
  readonly inner: number;
  /** Column of a closing bracket. */
  readonly base: number;
  readonly inFlow: boolean;
}
