// Whether two trees say the same: kinds, texts, types, anchors, tags and aliases; not how scalars are quoted, nor where they
// stand.
import type { ScalarNode, SyntaxNode } from '../syntax/nodes.ts';
import { readInt, resolveTag } from '../syntax/resolve-scalar.ts';

export function isSameTree(one: SyntaxNode, other: SyntaxNode): boolean {
  if (one.kind !== other.kind || one.anchor?.text !== other.anchor?.text || one.tag?.text !== other.tag?.text)
    return false;
  switch (one.kind) {
    case 'scalar':
      return other.kind === 'scalar' && isSameScalar(one, other);
    case 'alias':
      return other.kind === 'alias' && one.name === other.name;
    case 'missing':
      return true;
    case 'seq':
      if (other.kind !== 'seq' || one.style !== other.style || one.items.length !== other.items.length) return false;
      return one.items.every((item, index) => {
        const match = other.items[index];
        return match !== undefined && isSameTree(item, match);
      });
    case 'map':
      if (other.kind !== 'map' || one.style !== other.style || one.pairs.length !== other.pairs.length) return false;
      return one.pairs.every((pair, index) => {
        const match = other.pairs[index];
        return match !== undefined && isSameTree(pair.key, match.key) && isSameTree(pair.value, match.value);
      });
  }
}

/** The same text of the same type; or the same number, spelled otherwise. */
function isSameScalar(one: ScalarNode, other: ScalarNode): boolean {
  const [tag, match] = [resolveTag(one), resolveTag(other)];
  if (tag !== match) return false;
  if (one.text === other.text) return true;
  if (tag !== 'int') return false;
  const [left, right] = [readInt(one), readInt(other)];
  return left.kind === 'int' && right.kind === 'int' && left.value === right.value;
}
