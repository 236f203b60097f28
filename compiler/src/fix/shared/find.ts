// From the place or path of a finding to the node it is about.
import type { Path } from '../../diagnostic/diagnostic.ts';
import type { MapNode, Pair, ScalarNode, SyntaxNode } from '../../syntax/nodes.ts';
import { keyOf } from '../../syntax/resolve-scalar.ts';
import type { SourceRange } from '../../text/range.ts';

/** The node that has exactly this range: the outermost one. */
export function nodeAt(root: SyntaxNode, range: SourceRange): SyntaxNode | undefined {
  for (let node: SyntaxNode | undefined = root; node !== undefined; ) {
    if (node.range.start === range.start && node.range.end === range.end) return node;
    node = partsOf(node).find((part) => part.range.start <= range.start && range.end <= part.range.end);
  }
  return undefined;
}

function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.kind === 'map') return node.pairs.flatMap(({ key, value }) => [key, value]);
  return node.kind === 'seq' ? node.items : [];
}

export function scalarAt(root: SyntaxNode, range: SourceRange): ScalarNode | undefined {
  const node = nodeAt(root, range);
  return node?.kind === 'scalar' ? node : undefined;
}

/** The node at a path, when all that leads to it is written out: nothing comes by alias or merge key. */
export function nodeOf(root: SyntaxNode, path: Path): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const step of path) {
    if (typeof step === 'number') node = node?.kind === 'seq' ? node.items[step] : undefined;
    else node = node?.kind === 'map' ? pairOf(node, step)?.value : undefined;
  }
  return node;
}

/** The entry of a mapping with this key; the first one. */
export function pairOf(map: MapNode, key: string): Pair | undefined {
  return map.pairs.find((pair) => keyOf(pair.key) === key);
}

/** The entry whose key a node is. */
export function pairOfKey(node: SyntaxNode | undefined): Pair | undefined {
  return node?.parent?.kind === 'pair' && node.parent.key === node ? node.parent : undefined;
}

/** Whether a piece of the tree holds an anchor, which an alias may need. */
export function holdsAnchor(node: SyntaxNode): boolean {
  return node.anchor !== undefined || partsOf(node).some(holdsAnchor);
}
