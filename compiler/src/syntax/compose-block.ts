// Block collections: their grammar, and where things go that are indented as nothing around them is.
import type { Composer } from './composer.ts';
import { dedentedLine } from './dedented-line.ts';
import { type Frame, type MapFrame, mapFrame, type SeqFrame, seqFrame } from './frame.ts';
import { asCode, shorten } from './shorten.ts';
import type { Token } from './token.ts';
import {
  addPair,
  type BuiltMap,
  type BuiltNode,
  type BuiltPair,
  type BuiltScalar,
  type BuiltSeq,
  contentEnd,
  newMap,
  newSeq,
  type Properties,
  setValue,
} from './tree.ts';

export function stepBlockMap(composer: Composer, frame: MapFrame): void {
  if (frame.awaits === 'value') {
    stepValue(composer, frame);
    return;
  }
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
      composer.close(contentEnd(frame.node));
      return;
    case 'value':
      composer.fault(token.start, token.end, 'there is no key before this `:`; add one, or quote the text');
      frame.keyStart = token.start;
      composer.deliver(composer.missingAt(token.start));
      return;
    default:
      if (composer.isDocumentEnd(token) || (frame.isLoose && token.kind === 'dash')) {
        composer.close(contentEnd(frame.node));
        return;
      }
      strayInMap(composer, frame, token);
      return;
  }
}

function stepValue(composer: Composer, frame: MapFrame): void {
  const { scanner } = composer;
  const token = scanner.peek();
  if (token.kind !== 'value') {
    composer.deliver(composer.missingAt(token.start));
    return;
  }
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
  const { kind } = token;
  if (kind !== 'block-map' && kind !== 'block-seq' && kind !== 'dash') {
    strayToken(composer, token);
    return;
  }
  const last = frame.node.pairs.at(-1);
  const value = last?.value;
  const map = kind === 'block-map' ? innermostMap(value) : undefined;
  if (map && composer.mended.has(map)) {
    // A mapping that was put together behind a fault goes on.
    composer.scanner.take();
    composer.push(mapFrame('block-map', map, token.start, 'attached'));
    return;
  }
  const seq = kind !== 'block-map' && value?.kind === 'seq' && value.style === 'block' ? value : undefined;
  if (last && value?.kind === 'scalar' && startsLine(composer.text, value)) {
    composer.push(belowText(composer, last, value, token));
    return;
  }
  if (frame.place !== 'misplaced') {
    if (kind === 'dash') {
      composer.fault(
        token.start,
        token.end,
        'list item among the entries of a mapping; write `key: value`, or indent it',
      );
    } else faultIndent(composer, token, frame.node, map ?? seq ?? value);
  }
  if (kind !== 'dash' || !seq) composer.scanner.take();
  // The entries behind a stray dash join the mapping around it.
  if (kind === 'dash' && !seq) {
    if (composer.scanner.peek().kind !== 'block-map') return;
    composer.scanner.take();
    composer.push(mapFrame('block-map', frame.node, token.start, 'misplaced'));
    return;
  }
  // Entries below a complete value most likely belong beside it; list items have no place there.
  if (kind === 'block-map') composer.push(mapFrame('block-map', map ?? frame.node, token.start, 'misplaced'));
  else composer.push(seqFrame(seqKind(kind), seq ?? newSeq('block', bare(token)), token.start, 'misplaced'));
}

/**
 * A block collection behind a text that stands on a line of its own as the value of `pair`: the text is a key without a
 * colon when the collection is indented deeper, else it is in the way.
 */
function belowText(composer: Composer, pair: BuiltPair, text: BuiltScalar, token: Token): Frame {
  const { start, end } = text.range;
  const shown = shorten(composer.text.slice(start, end));
  composer.fault(start, end, `${asCode(shown)} is no \`key: value\` entry; put a \`:\` behind it, or remove it`);
  const isMap = token.kind === 'block-map';
  const node = isMap ? newMap('block', bare(token)) : newSeq('block', bare(token));
  if (columnOf(composer.text, token.start) > columnOf(composer.text, start)) {
    const map = newMap('block', { start, end: start, anchor: undefined, tag: undefined });
    addPair(map, start, text, node);
    composer.mended.add(map);
    setValue(pair, map);
  } else setValue(pair, node);
  if (token.kind !== 'dash') composer.scanner.take();
  return node.kind === 'map'
    ? mapFrame('block-map', node, token.start, 'attached')
    : seqFrame(seqKind(token.kind), node, token.start, 'attached');
}

/** Something other than a dash where a list goes on. */
function strayInSeq(composer: Composer, frame: SeqFrame, token: Token): void {
  if (composer.scanner.structure.explain(token.start)) return;
  const item = frame.node.items.at(-1);
  const { kind } = token;
  if (kind !== 'block-map' && kind !== 'key' && kind !== 'value' && kind !== 'block-seq') {
    strayToken(composer, token);
    return;
  }
  const map = innermostMap(item);
  if (frame.place !== 'misplaced') faultIndent(composer, token, frame.node, map ?? item);
  if (kind === 'block-map' || kind === 'block-seq') composer.scanner.take();
  if (kind === 'block-seq') {
    const target = item?.kind === 'seq' && item.style === 'block' ? item : frame.node;
    composer.push(seqFrame('block-seq', target, token.start, 'misplaced'));
    return;
  }
  const isLoose = kind !== 'block-map';
  composer.push(
    mapFrame('block-map', map ?? newMap('block', bare(token)), token.start, map ? 'misplaced' : 'new', isLoose),
  );
}

/** A value or bracket too many. */
function strayToken(composer: Composer, token: Token): void {
  const { start, end, kind } = token;
  if (kind === ',' || kind === ']' || kind === '}') {
    composer.fault(start, end, `\`${kind}\` closes or separates nothing here; remove it, or quote the text`);
    composer.scanner.take();
    return;
  }
  const shown = shorten(composer.text.slice(start, end));
  const block = dedentedLine(composer.text, start);
  if (block) {
    const message = `${asCode(shown)} stands less deep than the first line of its text; indent it by ${block.column}`;
    composer.fault(start, end, message, { message: 'the text belongs to this indicator', range: block.mark });
  } else {
    composer.fault(
      start,
      end,
      `${asCode(shown)} stands behind a value that is complete; ${surplusAdvice(composer, start)}`,
    );
  }
  composer.push({ kind: 'discard' });
  composer.node(true, false);
}

/** What to do about a text behind a value. */
function surplusAdvice({ text }: Composer, start: number): string {
  const before = text.charAt(start - 1);
  if (before !== "'" && before !== '"') return 'remove it, or quote the whole text';
  return `a quote inside the text is written \`${before === "'" ? "''" : '\\"'}\``;
}

/** The block mapping that entries at a wrong column most likely belong to. */
function innermostMap(node: BuiltNode | undefined): BuiltMap | undefined {
  const inner = node?.kind === 'seq' && node.style === 'block' ? node.items.at(-1) : node;
  return inner?.kind === 'map' && inner.style === 'block' ? inner : undefined;
}

function bare({ start }: Token): Properties {
  return { start, end: start, anchor: undefined, tag: undefined };
}

function seqKind(kind: Token['kind']): 'block-seq' | 'plain-seq' {
  return kind === 'dash' ? 'plain-seq' : 'block-seq';
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

/** Whether only blanks stand before a node on its line. */
function startsLine(text: string, node: BuiltNode): boolean {
  const { start } = node.range;
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}

/** Reports what begins at `token` as indented wrongly: neither as `around` nor as `inner`, which stand above it. */
function faultIndent(
  composer: Composer,
  token: Token,
  around: BuiltMap | BuiltSeq,
  inner: BuiltNode | undefined,
): void {
  const { text } = composer;
  const end = Math.max(wordEnd(text, token.start), token.end);
  const shown = shorten(text.slice(token.start, end));
  const column = columnOf(text, token.start);
  const aroundColumn = columnOf(text, around.range.start);
  const isCollection = inner?.kind === 'map' || inner?.kind === 'seq';
  if (inner && !isCollection && inner.kind !== 'missing' && column > aroundColumn) {
    // `-path: a` is a key with a dash.
    const dashed = /^-\w[^\s:]*(?=:)/.exec(text.slice(around.range.start, around.range.start + 80))?.[0];
    const advice = dashed
      ? `put a blank behind the dash of ${asCode(dashed)}`
      : `indent it by ${aroundColumn}, or remove that value`;
    const message = `${asCode(shown)} is indented below a value that is complete; ${advice}`;
    composer.fault(token.start, end, message, { message: 'the value above it', range: { ...inner.range } });
    return;
  }
  const innerColumn = isCollection ? columnOf(text, inner.range.start) : column;
  const deeper = innerColumn === column ? '' : `indent it by ${innerColumn}`;
  if (column === aroundColumn) {
    const message = `${asCode(shown)} is no list item; put \`- \` before it${deeper && `, or ${deeper} if it belongs to the item above`}`;
    composer.fault(token.start, end, message);
    return;
  }
  const advice = deeper ? `${deeper} or ${aroundColumn}` : `indent it by ${aroundColumn}`;
  composer.fault(token.start, end, `${asCode(shown)} is indented by ${column}, as nothing above it is; ${advice}`);
}

/** The end of the key, dash or text that begins at `start`. */
function wordEnd(text: string, start: number): number {
  const word = /^(?:-(?=\s|$)|[^\r\n]*?(?=\s*:(?:\s|$))|[^\r\n]*)/.exec(text.slice(start, start + 200));
  return start + (word?.[0].length ?? 0);
}
