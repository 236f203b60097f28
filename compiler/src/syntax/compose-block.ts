// Block collections: their grammar, and where things go that are indented as nothing around them is.
import type { Composer } from './composer.ts';
import { type MapFrame, mapFrame, type SeqFrame, seqFrame } from './frame.ts';
import { shorten } from './structure.ts';
import type { Token } from './token.ts';
import { type BuiltMap, type BuiltNode, type BuiltSeq, contentEnd, newMap, newSeq } from './tree.ts';

export function stepBlockMap(composer: Composer, frame: MapFrame): void {
  if (frame.awaits === 'value') return stepValue(composer, frame);
  const { scanner } = composer;
  const token = scanner.peek();
  switch (token.kind) {
    case 'key': {
      frame.keyStart = token.start;
      scanner.take();
      const next = scanner.peek().kind;
      if (next === 'key' || next === 'value' || next === 'block-end') composer.deliver(composer.missingAt(token.end));
      else composer.node(true, true);
      return;
    }
    case 'block-end':
      if (!frame.isLoose) scanner.take();
      return composer.close(contentEnd(frame.node));
    case 'value':
      composer.fault(token.start, token.end, 'there is no key before this `:`; add one, or quote the text');
      frame.keyStart = token.start;
      return composer.deliver(composer.missingAt(token.start));
    default:
      if (composer.isDocumentEnd(token) || (frame.isLoose && token.kind === 'dash')) {
        return composer.close(contentEnd(frame.node));
      }
      return strayInMap(composer, frame, token);
  }
}

function stepValue(composer: Composer, frame: MapFrame): void {
  const { scanner } = composer;
  const token = scanner.peek();
  if (token.kind !== 'value') return composer.deliver(composer.missingAt(token.start));
  scanner.take();
  const next = scanner.peek().kind;
  const isEmpty = next === 'key' || next === 'value' || next === 'block-end' || (frame.isLoose && next === 'dash');
  if (isEmpty) composer.deliver(composer.missingAt(token.end));
  else composer.node(true, true);
}

export function stepBlockSeq(composer: Composer, frame: SeqFrame): void {
  const { scanner } = composer;
  const token = scanner.peek();
  if (token.kind === 'dash') {
    scanner.take();
    const next = scanner.peek().kind;
    const isPlain = frame.kind === 'plain-seq';
    const isEmpty = next === 'dash' || next === 'block-end' || (isPlain && (next === 'key' || next === 'value'));
    if (isEmpty) composer.deliver(composer.missingAt(token.end));
    else composer.node(true, false);
  } else if (frame.kind === 'plain-seq') {
    composer.close(contentEnd(frame.node));
  } else if (token.kind === 'block-end') {
    scanner.take();
    composer.close(contentEnd(frame.node));
  } else if (composer.isDocumentEnd(token)) {
    composer.close(contentEnd(frame.node));
  } else strayInSeq(composer, frame, token);
}

/** Something other than a key where a mapping goes on. */
function strayInMap(composer: Composer, frame: MapFrame, token: Token): void {
  if (composer.scanner.structure.explain(token.start)) return;
  const value = frame.node.pairs.at(-1)?.value;
  switch (token.kind) {
    case 'block-map': {
      const target = innermostMap(value);
      faultIndent(composer, token, frame.node, target ?? value);
      composer.scanner.take();
      const node = target ?? detachedMap(token);
      return composer.push(mapFrame('block-map', node, token.start, true));
    }
    case 'block-seq':
      faultIndent(composer, token, frame.node, value);
      composer.scanner.take();
      return composer.push(adoptSeq('block-seq', value, token));
    case 'dash':
      composer.fault(
        token.start,
        token.end,
        'list item among the entries of a mapping; write `key: value`, or indent it',
      );
      return composer.push(adoptSeq('plain-seq', value, token));
    default:
      return strayToken(composer, token);
  }
}

/** Something other than a dash where a list goes on. */
function strayInSeq(composer: Composer, frame: SeqFrame, token: Token): void {
  if (composer.scanner.structure.explain(token.start)) return;
  const item = frame.node.items.at(-1);
  switch (token.kind) {
    case 'block-map':
    case 'key':
    case 'value': {
      const target = innermostMap(item);
      faultIndent(composer, token, frame.node, target ?? item);
      const isLoose = token.kind !== 'block-map';
      if (!isLoose) composer.scanner.take();
      const node =
        target ?? newMap('block', { start: token.start, end: token.start, anchor: undefined, tag: undefined });
      return composer.push(mapFrame('block-map', node, token.start, target !== undefined, isLoose));
    }
    case 'block-seq': {
      faultIndent(composer, token, frame.node, item);
      composer.scanner.take();
      const target = item?.kind === 'seq' && item.style === 'block' ? item : frame.node;
      return composer.push(seqFrame('block-seq', target, token.start, true));
    }
    default:
      return strayToken(composer, token);
  }
}

/** A value or bracket too many. */
function strayToken(composer: Composer, token: Token): void {
  const { start, end, kind } = token;
  if (kind === ',' || kind === ']' || kind === '}') {
    composer.fault(start, end, `\`${kind}\` closes or separates nothing here; remove it, or quote the text`);
    composer.scanner.take();
    return;
  }
  const isBehindQuote = /['"]$/.test(composer.text.slice(Math.max(0, start - 1), start));
  const shown = shorten(composer.text.slice(start, end));
  const advice = isBehindQuote
    ? `a quote inside the text is written \`${composer.text.charAt(start - 1) === "'" ? "''" : '\\"'}\``
    : 'remove it, or quote the whole text';
  composer.fault(start, end, `\`${shown}\` stands behind a value that is complete; ${advice}`);
  composer.push({ kind: 'discard' });
  composer.node(true, false);
}

/** The block mapping that entries at a wrong column most likely belong to. */
function innermostMap(node: BuiltNode | undefined): BuiltMap | undefined {
  const inner = node?.kind === 'seq' && node.style === 'block' ? node.items.at(-1) : node;
  return inner?.kind === 'map' && inner.style === 'block' ? inner : undefined;
}

function detachedMap(token: Token): BuiltMap {
  return newMap('block', { start: token.start, end: token.start, anchor: undefined, tag: undefined });
}

/** A frame for list items without a place of their own: they join the list `value`, or stay outside of the tree. */
function adoptSeq(kind: 'block-seq' | 'plain-seq', value: BuiltNode | undefined, token: Token): SeqFrame {
  const target = value?.kind === 'seq' && value.style === 'block' ? value : undefined;
  const node = target ?? newSeq('block', { start: token.start, end: token.start, anchor: undefined, tag: undefined });
  return seqFrame(kind, node, token.start, true);
}

/** Reports what begins at `token` as indented wrongly: neither as `around` nor as `inner`, which stand above it. */
function faultIndent(
  composer: Composer,
  token: Token,
  around: BuiltMap | BuiltSeq,
  inner: BuiltNode | undefined,
): void {
  const { text } = composer;
  const line = text.lastIndexOf('\n', token.start - 1) + 1;
  const rest =
    /^(?:-(?=\s|$)|[^\r\n]*?(?=\s*:(?:\s|$))|[^\r\n]*)/.exec(text.slice(token.start, token.start + 200))?.[0] ?? '';
  const end = token.start + Math.max(rest.length, token.end - token.start);
  const shown = shorten(text.slice(token.start, end));
  const columnOf = (offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1);
  const column = token.start - line;
  if (
    inner &&
    inner.kind !== 'missing' &&
    inner.kind !== 'map' &&
    inner.kind !== 'seq' &&
    column > columnOf(around.range.start)
  ) {
    const message = `\`${shown}\` is indented below a value that is complete; indent it less, or remove that value`;
    return composer.fault(token.start, end, message, { message: 'the value above it', range: { ...inner.range } });
  }
  const fitting = [inner, around].filter((node) => node?.kind === 'map' || node?.kind === 'seq');
  const columns = fitting.map((node) => columnOf(node?.range.start ?? 0)).filter((found) => found !== column);
  const wanted = [...new Set(columns)].join(' or ');
  const message =
    wanted === ''
      ? `\`${shown}\` does not belong here: a list goes on with \`- \`, a mapping with \`key: \``
      : `\`${shown}\` is indented by ${column}, as nothing above it is; indent it by ${wanted}`;
  composer.fault(token.start, end, message);
}
