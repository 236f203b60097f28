// Formats an embedded text where it is written. Done only when somebody asks for this very text: unlike the formatting of a
// document it changes the bytes that the config compiles to.
import type { Document } from '../document.ts';
import { replaceText } from '../edit/replace.ts';
import { columnOf, isInFlow, lineBreakOf, lineEnd } from '../edit/source.ts';
import { canBeLiteral, writeLiteral } from '../edit/write-scalar.ts';
import { readDocument } from '../read-document.ts';
import type { ScalarNode, SyntaxNode } from '../syntax/nodes.ts';
import { applyEdits, insertion, type TextEdit } from '../text/edit.ts';
import type { EmbeddedPart } from './embedded.ts';

/** The edits of a YAML document that format one of its embedded texts; none where that cannot be or is not needed. */
export async function formatEmbedded(
  document: Document,
  { language, text, node }: EmbeddedPart,
): Promise<readonly TextEdit[]> {
  if (node === undefined || document.problems.length > 0) return [];
  const inner = (await language.load()).format(text);
  const wanted = applyEdits(text.text, inner);
  const edits = wanted === text.text ? [] : rewrite(document, node, wanted);
  const after = readDocument(applyEdits(document.text, edits), document.uri);
  const found = follow(after.root, wayTo(node));
  return after.problems.length === 0 && found?.kind === 'scalar' && found.text === wanted ? edits : [];
}

/** In the scalar's own style; but one line that becomes many goes into a block. */
function rewrite(document: Document, node: ScalarNode, wanted: string): readonly TextEdit[] {
  const isBlock = node.style === 'literal' || node.style === 'folded';
  if (isBlock || node.text.includes('\n') || !wanted.includes('\n')) return replaceText(document, node, wanted);
  const { parent } = node;
  if (isInFlow(node) || parent?.kind !== 'pair' || !canBeLiteral(wanted)) return [];
  const { text } = document;
  const lineBreak = lineBreakOf(text);
  const written = writeLiteral(wanted, columnOf(text, parent.key.range.start) + 2, lineBreak);
  const headerEnd = written.indexOf(lineBreak);
  // A comment behind the quotes stays on the line of the key.
  return [
    { range: node.valueRange, text: written.slice(0, headerEnd) },
    insertion(lineEnd(text, node.valueRange.end), written.slice(headerEnd)),
  ];
}

/** Indexes of children from the root down: the way is the same whatever stands in the scalar. */
function wayTo(node: SyntaxNode): readonly number[] {
  const way: number[] = [];
  for (let at: SyntaxNode | undefined = node; at?.parent; ) {
    const { parent }: SyntaxNode = at;
    if (parent.kind === 'pair') {
      way.unshift(parent.parent.pairs.indexOf(parent));
      at = parent.parent;
    } else {
      way.unshift(parent.items.indexOf(at));
      at = parent;
    }
  }
  return way;
}

function follow(root: SyntaxNode, way: readonly number[]): SyntaxNode | undefined {
  let node: SyntaxNode | undefined = root;
  for (const index of way) {
    if (node?.kind === 'map') node = node.pairs[index]?.value;
    else node = node?.kind === 'seq' ? node.items[index] : undefined;
  }
  return node;
}
