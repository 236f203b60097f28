// `# kindling: override` at an entry: it is meant to win over what other fragments say of the same thing. The comment stands at
// the end of the line on which the entry begins, or alone on the line above.
import type { Document } from '../document.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import type { Location, SourceRange } from '../text/range.ts';

const keyword = 'kindling:';
const comment = /(^|[\s\ufeff])#[ \t]*kindling:[ \t]*override\b/g;

const memo = new WeakMap<Document, readonly SourceRange[]>();

/** Whether a place lies in an entry that such a comment is about. */
export function isMarkedOverride(document: Document, { range }: Location): boolean {
  let ranges = memo.get(document);
  if (ranges === undefined) {
    ranges = document.text.includes(keyword) ? overrideRanges(document) : [];
    memo.set(document, ranges);
  }
  return ranges.some(({ start, end }) => start <= range.start && range.end <= end);
}

function overrideRanges(document: Document): readonly SourceRange[] {
  const { text, root } = document;
  const entries = entriesOf(root);
  return [...text.matchAll(comment)].flatMap((match): SourceRange[] => {
    const at = match.index + (match[1] ?? '').length;
    // Inside a script or a unit file it is part of the text.
    if (entries.texts.some(({ start, end }) => start <= at && at < end)) return [];
    const line = lineBelow(document, at);
    const entry = entries.byLine(document).get(line);
    return entry ? [entry] : [];
  });
}

interface Entries {
  readonly texts: readonly SourceRange[];
  /** The largest entry that begins on each line. */
  byLine(document: Document): ReadonlyMap<number, SourceRange>;
}

/** Items of lists and pairs of mappings, and the texts among them. */
function entriesOf(root: SyntaxNode): Entries {
  const texts: SourceRange[] = [];
  const ranges: SourceRange[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'scalar') texts.push(node.valueRange);
    if (node.kind === 'seq') {
      for (const item of node.items) {
        ranges.push(item.range);
        open.push(item);
      }
    } else if (node.kind === 'map') {
      for (const pair of node.pairs) {
        ranges.push(pair.range);
        open.push(pair.key, pair.value);
      }
    }
  }
  let lines: Map<number, SourceRange> | undefined;
  return {
    texts,
    byLine(document) {
      lines ??= largestByLine(ranges, document);
      return lines;
    },
  };
}

function largestByLine(ranges: readonly SourceRange[], { lines }: Document): Map<number, SourceRange> {
  const byLine = new Map<number, SourceRange>();
  for (const range of ranges) {
    const { line } = lines.at(range.start);
    const known = byLine.get(line);
    if (known === undefined || range.end - range.start > known.end - known.start) byLine.set(line, range);
  }
  return byLine;
}

/** The line that a comment is about: its own, or the next one with something on it when it stands alone. */
function lineBelow({ lines, text }: Document, offset: number): number {
  let { line } = lines.at(offset);
  for (; line < lines.count; line++) {
    const { start, end } = lines.line(line);
    if (!/^\s*(#.*)?$/.test(text.slice(start, end))) return line;
  }
  return line;
}
