// The comments of a document, which the tree does not have: found in what lies between its scalars, anchors and tags.
import { columnOf, isFirstOnLine, lineEnd, type Source } from '../edit/source.ts';
import type { SyntaxNode } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';

export interface Comment {
  readonly range: SourceRange;
  /** With its `#`, without blanks at its end. */
  readonly text: string;
  /** Nothing stands before it on its line. */
  readonly isAlone: boolean;
  readonly column: number;
}

/** The comments within `range` of a document, in order. Those behind the indicators of block scalars are part of these. */
export function commentsOf(source: Source, range: SourceRange): readonly Comment[] {
  const { text, root } = source;
  const first = text.indexOf('#', range.start);
  if (first < 0 || first >= range.end) return [];
  const comments: Comment[] = [];
  // The next `#`, which may be far behind the gaps that are scanned: looked for only when the last one is passed.
  let hash = first;
  const scan = (from: number, to: number): void => {
    for (hash = hashFrom(text, hash, from); hash < to; hash = hashFrom(text, hash, lineEnd(text, hash))) {
      const comment = text.slice(hash, lineEnd(text, hash)).trimEnd();
      comments.push({
        range: { start: hash, end: hash + comment.length },
        text: comment,
        isAlone: isFirstOnLine(text, hash),
        column: columnOf(text, hash),
      });
    }
  };
  let at = range.start;
  for (const token of tokensOf(root)) {
    scan(at, token.start);
    at = Math.max(at, token.end);
  }
  scan(at, range.end);
  return comments;
}

/** The first `#` at or after `from`, the end of the text when there is none; `known` is the first one after something before. */
function hashFrom(text: string, known: number, from: number): number {
  if (known >= from) return known;
  const at = text.indexOf('#', from);
  return at < 0 ? text.length : at;
}

/** The texts of all comments within `range`, in order, also of those behind the indicators of block scalars. */
export function commentTexts(source: Source, range: SourceRange): readonly string[] {
  const { text } = source;
  if (!text.includes('#')) return [];
  const headers = tokensOf(source.root).flatMap(({ start, end }) => {
    const [, indicators = '', comment] =
      /^([|>][\d+-]*)[ \t]*(#.*)?/.exec(text.slice(start, Math.min(lineEnd(text, start), end))) ?? [];
    return comment === undefined ? [] : [{ at: start + indicators.length, comment: comment.trimEnd() }];
  });
  const others = commentsOf(source, range).map((each) => ({ at: each.range.start, comment: each.text }));
  return [...headers, ...others].sort((a, b) => a.at - b.at).map(({ comment }) => comment);
}

/** Everything of a tree in which a `#` is no comment, in order. */
export function tokensOf(root: SyntaxNode): readonly SourceRange[] {
  const tokens: SourceRange[] = [];
  const stack: SyntaxNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.anchor) tokens.push(node.anchor.range);
    if (node.tag) tokens.push(node.tag.range);
    if (node.kind === 'scalar') tokens.push(node.valueRange);
    else if (node.kind === 'alias') tokens.push(node.range);
    else if (node.kind === 'seq') for (const item of node.items) stack.push(item);
    else if (node.kind === 'map') for (const { key, value } of node.pairs) stack.push(key, value);
  }
  return tokens.sort((a, b) => a.start - b.start);
}

/** Whether a piece of the text between two nodes has anything else than comments. Looks no further than to it. */
export function hasOther(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const character = text.charAt(at);
    if (character === '#') at = lineEnd(text, at);
    else if (/\s/.test(character)) at++;
    else return true;
  }
  return false;
}
