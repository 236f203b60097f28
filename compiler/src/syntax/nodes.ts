// The syntax tree: ours, immutable once built, the same for YAML and JSON. Knows positions and styles, and nothing of
// specs. Every node points to its parent, so that a path or an enclosing entry costs no search.
import type { SourceRange } from '../text/range.ts';

export type SyntaxNode = MapNode | SeqNode | ScalarNode | AliasNode | MissingNode;

interface NodeBase {
  /**
   * The whole node, its anchor and tag included. The start is where the reference reports the node: an anchor or tag when
   * there is one, the first key of a block mapping, the brace of a flow mapping, the first dash of a block sequence, the
   * quote or block indicator of a scalar.
   */
  readonly range: SourceRange;
  /** What holds this node; undefined for a document's root. */
  readonly parent: Pair | SeqNode | undefined;
  readonly anchor: Property | undefined;
  readonly tag: Property | undefined;
}

/** An anchor (`&name`) or a tag as it is resolved (`!!str` gives `tag:yaml.org,2002:str`, `!x` gives `!x`, `!` gives `!`). */
export interface Property {
  readonly text: string;
  readonly range: SourceRange;
}

export interface MapNode extends NodeBase {
  readonly kind: 'map';
  readonly style: 'block' | 'flow';
  /** In source order, duplicates included. */
  readonly pairs: readonly Pair[];
}

/** One `key: value` of a mapping. */
export interface Pair {
  readonly kind: 'pair';
  readonly parent: MapNode;
  readonly range: SourceRange;
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
}

export interface SeqNode extends NodeBase {
  readonly kind: 'seq';
  readonly style: 'block' | 'flow';
  readonly items: readonly SyntaxNode[];
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarNode extends NodeBase {
  readonly kind: 'scalar';
  readonly style: ScalarStyle;
  /** The content after folding, escapes and chomping; not yet resolved to a type. */
  readonly text: string;
  /** The scalar itself, without anchor and tag: quotes and block header included. */
  readonly valueRange: SourceRange;
  /** In a view of a tree: the scalar of the tree itself, whose style is that of the source. */
  readonly written?: ScalarNode;
}

export interface AliasNode extends NodeBase {
  readonly kind: 'alias';
  /** The name after `*`. */
  readonly name: string;
  /** The node that carries the anchor; undefined when no such anchor stands before the alias (an error says so). */
  readonly target: SyntaxNode | undefined;
}

/** An empty place where a value could be: after `key:` or `-`, or an empty document. An anchor or tag may stand there. */
export interface MissingNode extends NodeBase {
  readonly kind: 'missing';
}
