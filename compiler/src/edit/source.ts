// What an edit has to know of the text around a node: lines, columns, line ends, the usual indentation, comments. Reads the
// text with the tree at hand; never changes anything.
import type { Document } from '../document.ts';
import { isBreak } from '../syntax/characters.ts';
import type { MapNode, Pair, SeqNode, SyntaxNode } from '../syntax/nodes.ts';
import type { TextEdit } from '../text/edit.ts';
import type { SourceRange } from '../text/range.ts';

/** The text and its tree: all that an edit needs of a document. */
export type Source = Pick<Document, 'text' | 'root'>;

export type LineBreak = '\n' | '\r\n';

/** The line break that most lines of a text end in. */
export function lineBreakOf(text: string): LineBreak {
  let windows = 0;
  let others = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (at > 0 && text.charCodeAt(at - 1) === 0x0d) windows++;
    else others++;
  }
  return windows > others ? '\r\n' : '\n';
}

/** Start of the line of `at`; behind a byte order mark. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text.charCodeAt(start - 1))) start--;
  return start === 0 && text.charCodeAt(0) === 0xfeff ? Math.min(1, at) : start;
}

/** End of the line of `at`, without its line break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text.charCodeAt(end))) end++;
  return end;
}

/** Start of the line after the one of `at`; the end of the text when there is none. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  if (end === text.length) return end;
  return text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
}

/** How far `at` is into its line, in UTF-16 units. */
export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** Whether nothing but blanks stands before `at` on its line. */
export function isFirstOnLine(text: string, at: number): boolean {
  let start = at;
  // No further than to what stands there: a line may be as long as the text.
  while (start > 0 && (text.charAt(start - 1) === ' ' || text.charAt(start - 1) === '\t')) start--;
  return start === 0 || isBreak(text.charCodeAt(start - 1)) || (start === 1 && text.charCodeAt(0) === 0xfeff);
}

/** The offset of the next thing at or after `from` that is neither blank, nor line break, nor comment. */
export function skipTrivia(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (at < text.length && /\s|\ufeff/.test(text.charAt(at))) at++;
    if (text.charAt(at) !== '#') return at;
    at = lineEnd(text, at);
  }
}

/** The offset of the first comment between two offsets that hold nothing but punctuation, blanks and comments. */
export function commentBetween(text: string, from: number, to: number): number | undefined {
  const at = text.slice(from, to).indexOf('#');
  return at < 0 ? undefined : from + at;
}

/** How many columns deeper a block mapping stands in its entry: as the first one in the document that does, or 2. */
export function indentStep({ text, root }: Source): number {
  const found = firstStep(text, root, 0);
  return found === undefined || found > 8 ? 2 : found;
}

/** Nobody needs to look deeper to see how a document is indented. */
const deepestLook = 20;

function firstStep(text: string, node: SyntaxNode, depth: number): number | undefined {
  if (depth > deepestLook) return undefined;
  if (node.kind === 'seq' && node.style === 'block') {
    for (const item of node.items) {
      const step = firstStep(text, item, depth + 1);
      if (step !== undefined) return step;
    }
  }
  if (node.kind !== 'map' || node.style !== 'block') return undefined;
  for (const pair of node.pairs) {
    const { value } = pair;
    if (value.kind !== 'map' && value.kind !== 'seq') continue;
    if (value.kind === 'map' && value.style === 'block') {
      const step = blockColumn(text, value) - columnOf(text, pair.range.start);
      if (step > 0) return step;
    }
    const inner = firstStep(text, value, depth + 1);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** Where the node itself begins, behind its anchor and tag. */
export function bareStart(text: string, node: SyntaxNode): number {
  const end = Math.max(node.anchor?.range.end ?? -1, node.tag?.range.end ?? -1);
  if (end < 0) return node.range.start;
  if (node.kind === 'missing') return node.range.end;
  return node.kind === 'scalar' ? node.valueRange.start : Math.min(skipTrivia(text, end), node.range.end);
}

/** The column in which the keys or dashes of a block collection stand. */
export function blockColumn(text: string, node: MapNode | SeqNode): number {
  return columnOf(text, bareStart(text, node));
}

/** Where the value of a pair may begin: behind the colon; the end of the key when there is none. */
export function afterColon(text: string, pair: Pair): number {
  const at = skipTrivia(text, pair.key.range.end);
  if (at <= Math.max(pair.value.range.start, pair.key.range.end) && text.charAt(at) === ':') return at + 1;
  return pair.key.range.end;
}

/** The end of all that belongs to a node: of a block scalar that keeps its blank lines, these too. */
export function contentEnd(text: string, node: SyntaxNode): number {
  const last = lastScalar(node);
  if (last?.kind !== 'scalar' || (last.style !== 'literal' && last.style !== 'folded')) return node.range.end;
  const header = text.slice(last.valueRange.start, lineEnd(text, last.valueRange.start));
  if (!/^[|>]\d?\+/.test(header)) return node.range.end;
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(nextLine(text, last.range.end)))?.[0] ?? '';
  return nextLine(text, last.range.end) + blank.length;
}

/** The scalar with which a node ends, if one does. */
export function lastScalar(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | undefined = node;
  while (at?.kind === 'map' || at?.kind === 'seq') {
    if (at.style === 'flow') return undefined;
    at = at.kind === 'seq' ? at.items.at(-1) : at.pairs.at(-1)?.value;
  }
  return at;
}

/** Whether a node ends in the lines of a block scalar. */
export function endsInBlock(node: SyntaxNode | undefined): boolean {
  const last = node && lastScalar(node);
  return last?.kind === 'scalar' && (last.style === 'literal' || last.style === 'folded');
}

/**
 * Moves the comments on the lines from `from` on to `column`. Needed where a block scalar comes to stand above them: it would
 * take comments that are indented as deep as its text for text.
 */
export function pullComments(text: string, from: number, column: number): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const [line, blanks = ''] = /^([ \t]*)(?:#.*)?(?=\r?$)/m.exec(text.slice(at, lineEnd(text, at))) ?? [];
    if (line === undefined || line.length !== lineEnd(text, at) - at) break;
    if (line === blanks || blanks.length <= column) continue;
    edits.push({ range: { start: at, end: at + blanks.length }, text: ' '.repeat(column) });
  }
  return edits;
}

/** Where the dash of an item stands. */
export function dashOf(text: string, seq: SeqNode, index: number): number {
  const before = seq.items[index - 1];
  return skipTrivia(text, before === undefined ? bareStart(text, seq) : contentEnd(text, before));
}

/** Where an entry of a collection begins: its key, its `?`, or its dash. */
export function entryStart(text: string, node: MapNode | SeqNode, index: number): number {
  if (node.kind === 'map') return node.pairs[index]?.range.start ?? node.range.end;
  return node.style === 'block' ? dashOf(text, node, index) : (node.items[index]?.range.start ?? node.range.end);
}

/** The end of an entry, and of a comment behind it on its last line. */
export function entryEnd(text: string, node: MapNode | SeqNode, index: number): number {
  const last = node.kind === 'map' ? node.pairs[index]?.value : node.items[index];
  if (last === undefined) return node.range.end;
  const end = contentEnd(text, last);
  return node.kind === 'map' ? Math.max(end, node.pairs[index]?.range.end ?? end) : end;
}

export function sizeOf(node: MapNode | SeqNode): number {
  return node.kind === 'map' ? node.pairs.length : node.items.length;
}

/** Whether a node stands inside of brackets or braces. */
export function isInFlow(node: SyntaxNode): boolean {
  for (let parent = node.parent; parent !== undefined; ) {
    const holder: MapNode | SeqNode = parent.kind === 'pair' ? parent.parent : parent;
    if (holder.style === 'flow') return true;
    parent = holder.parent;
  }
  return false;
}

/** Whether offsets are in a text between `---` of the document and its end mark; what lies outside is not the document's. */
export function documentRange({ text, root }: Source): SourceRange {
  const start = documentStart(text, root.range.start);
  return { start, end: skipTrivia(text, Math.max(contentEnd(text, root), start)) };
}

function documentStart(text: string, rootStart: number): number {
  const top = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (let at = top; at < text.length && at <= rootStart; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (/^---(?=[ \t]|$)/.test(line)) return at + 3;
    if (!/^(?:%.*|[ \t]*(?:#.*)?)$/.test(line)) break;
    if (nextLine(text, at) === at || lineEnd(text, at) === text.length) break;
  }
  return top;
}
