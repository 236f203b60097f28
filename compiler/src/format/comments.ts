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
  const scan = (from: number, to: number): void => {
    for (let at = text.indexOf('#', from); at >= 0 && at < to; at = text.indexOf('#', lineEnd(text, at))) {
      const end = lineEnd(text, at);
      const comment = text.slice(at, end).trimEnd();
      comments.push({
        range: { start: at, end: at + comment.length },
        text: comment,
        isAlone: isFirstOnLine(text, at),
        column: columnOf(text, at),
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
