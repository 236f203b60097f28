// Anchors and the aliases that stand for them: what an edit that takes a piece of the text away, or puts it elsewhere, would
// break. An alias means the nearest anchor of its name before it, so that order counts.
import type { AliasNode, Property, SyntaxNode } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';
import type { Source } from './source.ts';

interface References {
  readonly anchors: readonly Property[];
  readonly aliases: readonly AliasNode[];
}

/** Whether an alias outside of `range` stands for something within it. */
export function isNeededElsewhere({ text, root }: Source, range: SourceRange): boolean {
  // Few configs have anchors; the others should not pay for them.
  if (!text.slice(range.start, range.end).includes('&')) return false;
  return referencesOf(root).aliases.some(({ range: place, target }) => {
    return target !== undefined && holds(range, target.range) && !holds(range, place);
  });
}

/** Whether aliases stand for other things when the text of `moved` stands at `place`, which is outside of it, in `holder`. */
export function wouldBreak({ text, root }: Source, moved: SourceRange, place: number, holder: SourceRange): boolean {
  if (!text.includes('&')) return false;
  const passed = place < moved.start ? { start: place, end: moved.start } : { start: moved.end, end: place };
  const { anchors, aliases } = referencesOf(root);
  const within = (range: SourceRange) => ({
    anchors: anchors.filter((each) => holds(range, each.range)).map((each) => each.text),
    aliases: aliases.filter((each) => holds(range, each.range)).map((each) => each.name),
  });
  const [inner, other] = [within(moved), within(passed)];
  // Two that change places, at least one of them an anchor: what is behind them, or one of the two, has another target.
  const isCrossed =
    inner.anchors.some((name) => other.anchors.includes(name) || other.aliases.includes(name)) ||
    inner.aliases.some((name) => other.anchors.includes(name));
  return isCrossed || wouldHoldItself(aliases, moved, holder);
}

/** An alias that comes to stand within what it stands for. */
function wouldHoldItself(aliases: readonly AliasNode[], moved: SourceRange, holder: SourceRange): boolean {
  return aliases.some(({ range, target }) => {
    if (target === undefined || !holds(moved, range)) return false;
    return holds(target.range, holder) && !holds(target.range, moved);
  });
}

function holds(outer: SourceRange, inner: SourceRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** All of a tree, without recursion: it may be deep. */
function referencesOf(root: SyntaxNode): References {
  const anchors: Property[] = [];
  const aliases: AliasNode[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.anchor) anchors.push(node.anchor);
    if (node.kind === 'alias') aliases.push(node);
    if (node.kind === 'seq') for (const item of node.items) open.push(item);
    if (node.kind === 'map') for (const { key, value } of node.pairs) open.push(key, value);
  }
  return { anchors, aliases };
}
