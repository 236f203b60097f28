// The scalars of a tree in source order, to tell comments from texts that only look like one.
import type { ScalarNode, SyntaxNode } from './nodes.ts';

/** All scalars of a tree, keys too, in source order. A loop, as trees may be deep. */
export function scalarsOf(root: SyntaxNode): readonly ScalarNode[] {
  const found: ScalarNode[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'scalar') found.push(node);
    else if (node.kind === 'map') for (const { key, value } of node.pairs) open.push(key, value);
    else if (node.kind === 'seq') for (const item of node.items) open.push(item);
  }
  return found.sort((one, other) => one.valueRange.start - other.valueRange.start);
}

/** The last scalar that starts at or before `offset`; scalars do not overlap. */
export function lastScalarUpTo(offset: number, scalars: readonly ScalarNode[]): ScalarNode | undefined {
  let low = 0;
  let high = scalars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scalars[middle]?.valueRange.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return scalars[low - 1];
}

/** Whether `offset` is text of a scalar. A comment behind `|` or `>` is none. */
export function isContent(text: string, scalar: ScalarNode | undefined, offset: number): boolean {
  if (scalar === undefined || offset >= scalar.valueRange.end) return false;
  const { style, valueRange } = scalar;
  if (style !== 'literal' && style !== 'folded') return true;
  return /[\n\r\u0085\u2028\u2029]/.test(text.slice(valueRange.start, offset));
}
