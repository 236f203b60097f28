// Nodes and bindings by offset. Follows ranges down from the root, so that the cost is the depth and the width of the way.
import type { Binding } from '../binding.ts';
import type { Pair, SyntaxNode } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';

/** The innermost node at an offset: one that holds it or ends there. */
export function nodeAtOffset(root: SyntaxNode, offset: number): SyntaxNode | undefined {
  if (!holds(root.range, offset)) return undefined;
  let node = root;
  for (;;) {
    const inner = innerAt(node, offset);
    if (inner === undefined) return node;
    node = inner;
  }
}

function innerAt(node: SyntaxNode, offset: number): SyntaxNode | undefined {
  if (node.kind === 'seq') return lastHolding(node.items, offset);
  if (node.kind !== 'map') return undefined;
  const pair = lastHolding(node.pairs, offset);
  if (pair === undefined) return undefined;
  if (holds(pair.value.range, offset)) return pair.value;
  return holds(pair.key.range, offset) ? pair.key : undefined;
}

/** Children lie in source order: the last one that starts at or before the offset. */
function lastHolding<T extends SyntaxNode | Pair>(children: readonly T[], offset: number): T | undefined {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((children[middle]?.range.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const child = children[low - 1];
  return child && holds(child.range, offset) ? child : undefined;
}

function holds({ start, end }: SourceRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

export interface Spot {
  readonly binding: Binding;
  /** Whether the offset is on the key of the binding and not on its value. */
  readonly onKey: boolean;
  /** What stands there: the key or the value. */
  readonly range: SourceRange;
}

/** The innermost binding whose key or value is at an offset. */
export function bindingAtOffset(root: Binding, offset: number): Spot | undefined {
  let at: Binding | undefined = root;
  let spot: Spot | undefined;
  while (at !== undefined) {
    const found: Spot | undefined = childAt(at, offset);
    if (found === undefined) return spot;
    spot = found;
    at = found.onKey ? undefined : found.binding;
  }
  return spot;
}

function childAt(binding: Binding, offset: number): Spot | undefined {
  if (!binding.inPlace) return undefined;
  for (const member of binding.members?.values() ?? []) {
    const pair = member.node.parent;
    if (pair?.kind !== 'pair') continue;
    if (holds(pair.key.range, offset)) return { binding: member, onKey: true, range: pair.key.range };
    if (holds(member.node.range, offset)) return { binding: member, onKey: false, range: member.node.range };
  }
  const item = binding.items?.find(({ node }) => holds(node.range, offset));
  return item && { binding: item, onKey: false, range: item.node.range };
}
