// What is coloured in JSON: keys, texts, numbers, words. Of any tree, however deep and however broken.
import type { SyntaxNode } from '../../syntax/nodes.ts';
import type { InnerToken } from '../language.ts';

/** All tokens of a tree, in source order. */
export function jsonTokens(root: SyntaxNode): readonly InnerToken[] {
  const tokens: InnerToken[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'scalar') tokens.push({ kind: kindOf(node), range: node.range });
    else if (node.kind === 'seq') for (let index = node.items.length - 1; index >= 0; index--) push(node.items[index]);
    else if (node.kind === 'map') {
      for (const { key } of node.pairs) if (key.kind === 'scalar') tokens.push({ kind: 'key', range: key.range });
      for (let index = node.pairs.length - 1; index >= 0; index--) push(node.pairs[index]?.value);
    }
  }
  return tokens.sort((one, other) => one.range.start - other.range.start);

  function push(node: SyntaxNode | undefined): void {
    if (node) open.push(node);
  }
}

function kindOf({ style, text }: SyntaxNode & { readonly kind: 'scalar' }): InnerToken['kind'] {
  if (style !== 'plain') return 'value';
  return /^[-\d]/.test(text) ? 'number' : 'word';
}
