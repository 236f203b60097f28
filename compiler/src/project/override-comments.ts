// `# kindling: override` at an entry: it is meant to win over what other fragments say of the same thing. The comment stands at
// the end of the line on which the entry begins, or alone on the line above.
import type { Document } from '../document.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import { isContent, lastScalarUpTo, scalarsOf } from '../syntax/scalars.ts';
import type { Location, SourceRange } from '../text/range.ts';

export interface OverrideComment {
  readonly range: SourceRange;
  /** What it lets win; absent where no entry begins. */
  readonly entry?: SourceRange;
}

const keyword = 'kindling:';
const comment = /(^|[\s\ufeff])#[ \t]*kindling:[ \t]*override\b/g;

const memo = new WeakMap<Document, readonly OverrideComment[]>();

/** Such comments of a document, in source order. */
export function overrideComments(document: Document): readonly OverrideComment[] {
  let comments = memo.get(document);
  if (comments === undefined) {
    comments = document.text.includes(keyword) ? findComments(document) : [];
    memo.set(document, comments);
  }
  return comments;
}

/** The comments that are about an entry in which a place lies. */
export function overridesAt(document: Document, { range }: Location): readonly OverrideComment[] {
  const found: OverrideComment[] = [];
  for (let at = lastUpTo(nestedComments(document), range.start); at; at = at.outer) {
    if (range.end <= at.entry.end) found.push(at.comment);
  }
  return found.reverse();
}

/** A comment with an entry, and the one that is about the smallest entry around that. */
interface Nested {
  readonly comment: OverrideComment;
  readonly entry: SourceRange;
  readonly outer: Nested | undefined;
}

const nestedMemo = new WeakMap<Document, readonly Nested[]>();

/** The comments by the starts of their entries, which never overlap but by one being inside of the other. */
function nestedComments(document: Document): readonly Nested[] {
  let nested = nestedMemo.get(document);
  if (nested === undefined) {
    nested = nest(overrideComments(document));
    nestedMemo.set(document, nested);
  }
  return nested;
}

function nest(comments: readonly OverrideComment[]): readonly Nested[] {
  const withEntry = comments.flatMap((comment) => (comment.entry ? [{ comment, entry: comment.entry }] : []));
  withEntry.sort((one, other) => one.entry.start - other.entry.start || other.entry.end - one.entry.end);
  const found: Nested[] = [];
  for (const each of withEntry) {
    let outer = found.at(-1);
    while (outer && outer.entry.end < each.entry.end) outer = outer.outer;
    found.push({ ...each, outer });
  }
  return found;
}

/** The last one whose entry starts at or before `offset`. */
function lastUpTo(nested: readonly Nested[], offset: number): Nested | undefined {
  let [low, high] = [0, nested.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nested[middle]?.entry.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return nested[low - 1];
}

function findComments(document: Document): readonly OverrideComment[] {
  const { text, root } = document;
  const matches = [...text.matchAll(comment)];
  if (matches.length === 0) return [];
  const scalars = scalarsOf(root);
  const entries = entriesByLine(document);
  return matches.flatMap((match): OverrideComment[] => {
    const start = match.index + (match[1] ?? '').length;
    // Inside a script or a unit file it is part of the text.
    if (isContent(text, lastScalarUpTo(start, scalars), start)) return [];
    const entry = entries.get(lineBelow(document, start));
    return [{ range: { start, end: match.index + match[0].length }, ...(entry ? { entry } : {}) }];
  });
}

/** The largest entry that begins on each line: an item of a list, a pair of a mapping. */
function entriesByLine({ root, lines }: Document): ReadonlyMap<number, SourceRange> {
  const byLine = new Map<number, SourceRange>();
  const add = (range: SourceRange): void => {
    const { line } = lines.at(range.start);
    const known = byLine.get(line);
    if (known === undefined || range.end - range.start > known.end - known.start) byLine.set(line, range);
  };
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'seq') {
      for (const item of node.items) {
        add(item.range);
        open.push(item);
      }
    } else if (node.kind === 'map') {
      for (const pair of node.pairs) {
        add(pair.range);
        open.push(pair.key, pair.value);
      }
    }
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
