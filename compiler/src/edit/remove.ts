// Takes an entry out of a mapping or an item out of a list, with a comment behind it on its line. Comments above it stay, and
// so does everything else; a collection that loses its last entry becomes `{}` or `[]`.
import type { MapNode, SeqNode } from '../syntax/nodes.ts';
import { deletion, type TextEdit } from '../text/edit.ts';
import { isNeededElsewhere } from './references.ts';
import {
  bareStart,
  commentBetween,
  contentEnd,
  endsInBlock,
  entryEnd,
  entryStart,
  isFirstOnLine,
  lineEnd,
  lineStart,
  nextLine,
  pullComments,
  type Source,
  sizeOf,
  skipTrivia,
} from './source.ts';

/** Removes the entry of a mapping with this index. Undefined when an alias elsewhere stands for a part of it. */
export function removeEntry(source: Source, map: MapNode, index: number): readonly TextEdit[] | undefined {
  const pair = map.pairs[index];
  return pair && isNeededElsewhere(source, pair.range) ? undefined : cut(source, map, index);
}

/** Removes the item of a list with this index. Undefined when an alias elsewhere stands for a part of it. */
export function removeItem(source: Source, seq: SeqNode, index: number): readonly TextEdit[] | undefined {
  const item = seq.items[index];
  return item && isNeededElsewhere(source, item.range) ? undefined : cut(source, seq, index);
}

/** Takes an entry out without a look at who needs it: it is to be put elsewhere. */
export function cut(source: Source, node: MapNode | SeqNode, index: number): readonly TextEdit[] {
  if (index < 0 || index >= sizeOf(node)) return [];
  if (sizeOf(node) === 1) return empty(source, node);
  return node.style === 'flow' ? removeFlow(source, node, index) : removeBlock(source, node, index);
}

function empty({ text }: Source, node: MapNode | SeqNode): readonly TextEdit[] {
  const brackets = node.kind === 'map' ? '{}' : '[]';
  const start = bareStart(text, node);
  const last = entryEnd(text, node, sizeOf(node) - 1);
  const end = text.charAt(last - 1) === '\n' ? lineEnd(text, node.range.end) : Math.max(last, node.range.end);
  // A dash in the column of its key would leave brackets in that column, where YAML wants them deeper.
  const isTooFarLeft = node.kind === 'seq' && node.style === 'block' && node.parent?.kind === 'pair';
  return [{ range: { start, end }, text: isTooFarLeft && isFirstOnLine(text, start) ? `  ${brackets}` : brackets }];
}

function removeBlock({ text }: Source, node: MapNode | SeqNode, index: number): readonly TextEdit[] {
  const start = entryStart(text, node, index);
  const end = entryEnd(text, node, index);
  if (isFirstOnLine(text, start)) {
    const from = lineStart(text, start);
    const before = node.kind === 'map' ? node.pairs[index - 1]?.value : node.items[index - 1];
    const to = end > from && text.charAt(end - 1) === '\n' ? end : nextLine(text, end);
    if (endsInBlock(before)) {
      // A scalar that keeps the blank lines behind it would get more of them.
      const keeps = before !== undefined && contentEnd(text, before) !== before.range.end;
      const blank = keeps ? (/^(?:[ \t]*\r?\n)*/.exec(text.slice(to))?.[0].length ?? 0) : 0;
      return [deletion(from, to + blank), ...pullComments(text, to + blank, start - from)];
    }
    if (to < text.length || text.charAt(to - 1) === '\n') return [deletion(from, to)];
    // The last line of a text that does not end in a line break: the break before it goes.
    return [deletion(endOfLineBefore(text, from), to)];
  }
  // The first entry, behind a dash or a mark: the next thing moves up to its place.
  const line = text.charAt(end - 1) === '\n' ? end : nextLine(text, end);
  const next = line + (/^[ \t]*(?:\r?\n[ \t]*)*/.exec(text.slice(line))?.[0].length ?? 0);
  return [deletion(start, next)];
}

function endOfLineBefore(text: string, from: number): number {
  if (from === 0 || text.charAt(from - 1) !== '\n') return from;
  return text.charAt(from - 2) === '\r' ? from - 2 : from - 1;
}

function removeFlow({ text }: Source, node: MapNode | SeqNode, index: number): readonly TextEdit[] {
  const start = entryStart(text, node, index);
  const end = entryEnd(text, node, index);
  if (index === 0) {
    const comma = skipTrivia(text, end);
    const next = entryStart(text, node, 1);
    return commentBetween(text, end, next) === undefined
      ? [deletion(start, next)]
      : [deletion(start, end), deletion(comma, comma + 1)];
  }
  const before = entryEnd(text, node, index - 1);
  if (commentBetween(text, before, start) === undefined) return [deletion(before, end)];
  const comma = skipTrivia(text, before);
  return [deletion(comma, comma + 1), deletion(start, end)];
}
