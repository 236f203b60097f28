// Ranges that follow from the syntax alone: what can be folded, and what is selected when a selection grows.
import type { Document } from '../document.ts';
import type { Pair, SyntaxNode } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';
import { firstBehind } from '../text/range-list.ts';
import { nodeAtOffset } from './node-at.ts';

export interface Fold {
  readonly range: SourceRange;
  readonly isComment: boolean;
}

/** Everything that spans lines: entries, items, texts, runs of comments. */
export function foldsOf({ text, root }: Document): readonly Fold[] {
  const folds: Fold[] = [];
  // Looked up and not searched for each: in a text of one long line every search would go through all of it.
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => ({ range: { start: index, end: index + 1 } }));
  const ends = new Map<number, number>();
  const add = (start: number, end: number): void => {
    const first = breaks[firstBehind(breaks, start)]?.range;
    if (first === undefined || first.end > end) return;
    const trimmed = ends.get(end) ?? trimmedEnd(text, 0, end);
    ends.set(end, trimmed);
    if (first.end <= trimmed) folds.push({ range: { start, end: trimmed }, isComment: false });
  };
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'map') {
      for (const { key, value } of node.pairs) {
        add(key.range.start, value.range.end);
        open.push(value);
      }
    } else if (node.kind === 'seq') {
      for (const item of node.items) {
        add(item.range.start, item.range.end);
        open.push(item);
      }
    }
  }
  return [...folds, ...commentFolds(text)].sort((one, other) => one.range.start - other.range.start);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** Comment lines, of which there are at least two in a row. */
function commentFolds(text: string): readonly Fold[] {
  return [...text.matchAll(/^[ \t]*#.*(?:\r?\n[ \t]*#.*)+/gm)].map(({ 0: found, index }) => ({
    range: { start: index, end: index + found.length },
    isComment: true,
  }));
}

/** Ranges around an offset, each inside the next. */
export function selectionsAt({ text, root }: Document, offset: number): readonly SourceRange[] {
  const ranges: SourceRange[] = [];
  const add = (range: SourceRange): void => {
    const last = ranges.at(-1);
    const isLarger = last === undefined || (range.start <= last.start && range.end >= last.end);
    const isSame = last?.start === range.start && last.end === range.end;
    if (isLarger && !isSame && range.start <= offset && range.end >= offset) ranges.push(range);
  };
  add(wordAt(text, offset));
  add(lineContentAt(text, offset));
  let node: SyntaxNode | Pair | undefined = nodeAtOffset(root, offset);
  for (; node !== undefined; node = node.parent) add(node.range);
  add({ start: 0, end: text.length });
  return ranges;
}

function wordAt(text: string, offset: number): SourceRange {
  let start = offset;
  let end = offset;
  while (start > 0 && /[\w-]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && /[\w-]/.test(text.charAt(end))) end++;
  return { start, end };
}

function lineContentAt(text: string, offset: number): SourceRange {
  let start = text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  const end = trimmedEnd(text, start, feed < 0 ? text.length : feed);
  while (start < end && /\s/.test(text.charAt(start))) start++;
  return { start, end: Math.max(start, end) };
}
