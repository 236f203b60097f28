// Formats JSON: one entry a line, two blanks a level, the order of everything and every spelling as they are.
import type { Document } from '../document.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import type { TextEdit } from '../text/edit.ts';
import type { SourceRange } from '../text/range.ts';

/** Deeper than any config; below, every level is one blank column more on every line. */
const deepest = 200;

/** The blanks to change, in their order; none in a text that is no JSON or is nested too deeply. */
export function formatJson({ text, root, problems }: Document): readonly TextEdit[] {
  if (problems.length > 0 || root.kind === 'missing') return [];
  const scalars = scalarsOf(root);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const edits: TextEdit[] = [];
  let depth = 0;
  let last: { readonly mark: string; readonly end: number } = { mark: '', end: 0 };
  for (const { start, end } of tokensOf(text, scalars)) {
    const mark = text.charAt(start);
    const isCloser = mark === '}' || mark === ']';
    if (isCloser) depth--;
    if (depth > deepest) return [];
    put(last.end, start, gap(last.mark, mark));
    if (mark === '{' || mark === '[') depth++;
    last = { mark, end };
  }
  put(last.end, text.length, text.endsWith('\n') ? lineBreak : '');
  return edits;

  function gap(before: string, mark: string): string {
    const isEmpty = (before === '{' && mark === '}') || (before === '[' && mark === ']');
    if (before === '' || isEmpty || mark === ',' || mark === ':') return '';
    if (before === ':') return ' ';
    return lineBreak + '  '.repeat(depth);
  }

  function put(start: number, end: number, wanted: string): void {
    if (text.slice(start, end) !== wanted) edits.push({ range: { start, end }, text: wanted });
  }
}

/** Keys and values by where they start. */
function scalarsOf(root: SyntaxNode): ReadonlyMap<number, SourceRange> {
  const found = new Map<number, SourceRange>();
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'scalar') found.set(node.range.start, node.range);
    else if (node.kind === 'seq') for (const item of node.items) open.push(item);
    else if (node.kind === 'map') for (const { key, value } of node.pairs) open.push(key, value);
  }
  return found;
}

/** The marks and scalars of a text without faults: everything in it that is no blank. */
function* tokensOf(text: string, scalars: ReadonlyMap<number, SourceRange>): Iterable<SourceRange> {
  let at = 0;
  while (at < text.length) {
    const scalar = scalars.get(at);
    const end = scalar?.end ?? at + 1;
    if (scalar || /\S/.test(text.charAt(at))) yield { start: at, end };
    at = end;
  }
}
