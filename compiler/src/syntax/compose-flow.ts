// Flow collections: `[…]` and `{…}`, and the single `key: value` in a list. Behind a fault a missing comma or bracket is
// taken for written.
import type { SourceRange } from '../text/range.ts';
import type { Composer } from './composer.ts';
import { type MapFrame, mapFrame, type SeqFrame } from './frame.ts';
import { asCode, shorten } from './shorten.ts';
import type { Token } from './token.ts';
import { contentEnd, newMap } from './tree.ts';
import { unclosedFlow } from './unclosed-flow.ts';

type Flow = MapFrame | SeqFrame;

export function stepFlowSeq(composer: Composer, frame: SeqFrame): void {
  const { scanner } = composer;
  const token = nextEntry(composer, frame, ']');
  if (token === undefined) return;
  if (token.kind === 'key') {
    scanner.take();
    const node = newMap('flow', { start: token.start, end: token.start, anchor: undefined, tag: undefined });
    composer.push(mapFrame('flow-pair', node, token.start));
  } else composer.node(false, false);
}

export function stepFlowMap(composer: Composer, frame: MapFrame): void {
  const { scanner } = composer;
  if (frame.awaits === 'value') {
    stepFlowValue(composer, frame);
    return;
  }
  const token = nextEntry(composer, frame, '}');
  if (token === undefined) return;
  frame.keyStart = token.start;
  frame.isBare = token.kind !== 'key';
  if (frame.isBare) {
    composer.node(false, false);
    return;
  }
  scanner.take();
  const next = scanner.peek();
  if (next.kind === 'value' || endsEntry(composer, next)) composer.deliver(composer.missingAt(next.start));
  else composer.node(false, false);
}

function stepFlowValue(composer: Composer, frame: MapFrame): void {
  const { scanner } = composer;
  const token = scanner.peek();
  if (token.kind !== 'value' || frame.isBare) {
    composer.deliver(composer.missingAt(placeBefore(composer, frame, token)));
    return;
  }
  scanner.take();
  const next = scanner.peek();
  if (!endsEntry(composer, next)) composer.node(false, false);
  else composer.deliver(composer.missingAt(placeBefore(composer, frame, next)));
}

/** Where nothing stands before `token`: at it, unless it lies outside of the collection. */
function placeBefore(composer: Composer, frame: MapFrame, token: Token): number {
  if (!composer.isDocumentEnd(token)) return token.start;
  return frame.key?.range.end ?? frame.node.range.start;
}

export function stepFlowPair(composer: Composer, frame: MapFrame): void {
  const { scanner } = composer;
  if (frame.node.pairs.length > 0) {
    composer.close(contentEnd(frame.node));
    return;
  }
  const token = scanner.peek();
  if (frame.awaits === 'key') {
    const isEmpty = token.kind === 'value' || token.kind === ',' || token.kind === ']';
    if (!isEmpty && !endsEntry(composer, token)) {
      composer.node(false, false);
      return;
    }
    // The reference takes the token as well, and so needs another bracket or comma behind it.
    if (isEmpty) scanner.take();
    composer.deliver(composer.missingAt(isEmpty ? token.end : frame.node.range.start));
    return;
  }
  if (token.kind !== 'value') {
    composer.deliver(composer.missingAt(placeBefore(composer, frame, token)));
    return;
  }
  scanner.take();
  if (endsEntry(composer, scanner.peek())) composer.deliver(composer.missingAt(token.start));
  else composer.node(false, false);
}

function endsEntry(composer: Composer, token: Token): boolean {
  return token.kind === ',' || token.kind === ']' || token.kind === '}' || composer.isDocumentEnd(token);
}

/** The token that begins the next entry, the comma before it taken; undefined when there is none, or a fault took a token. */
function nextEntry(composer: Composer, frame: Flow, closer: ']' | '}'): Token | undefined {
  const { scanner } = composer;
  let token = scanner.peek();
  if (endsFlow(composer, frame, token, closer)) return undefined;
  if (!frame.isFirst) {
    if (token.kind === ',') {
      scanner.take();
      token = scanner.peek();
      if (endsFlow(composer, frame, token, closer)) return undefined;
    } else if (!faultSeparator(composer, token, closer)) return undefined;
  }
  frame.isFirst = false;
  if (token.kind !== ',') return token;
  if (!scanner.structure.explain(token.start)) {
    composer.fault(token.start, token.end, 'nothing stands before this `,`; remove it, or add a value');
  }
  return undefined;
}

/** Reports `token`, which follows an entry without a comma. False when it is no beginning of an entry and was taken. */
function faultSeparator(composer: Composer, token: Token, closer: ']' | '}'): boolean {
  if (composer.scanner.structure.explain(token.start)) return false;
  if (token.kind === 'value') {
    const message = 'this `:` has no key on its line; put the key before it, or quote a text that contains `: `';
    composer.fault(token.start, token.end, message);
    composer.scanner.take();
    return false;
  }
  const start = token.kind === 'key' ? token.end : token.start;
  const end = Math.max(token.end, start + 1);
  const shown = shorten(composer.text.slice(start, end));
  composer.fault(
    start,
    end,
    `a \`,\` or \`${closer}\` is missing before ${asCode(shown)}; add it, or quote the whole text`,
  );
  return true;
}

/** Whether the collection ends at `token`: with its bracket, or with a fault. */
function endsFlow(composer: Composer, frame: Flow, token: Token, closer: ']' | '}'): boolean {
  const { scanner } = composer;
  const kind = closer === ']' ? '[' : '{';
  if (token.kind === closer) {
    scanner.take();
    composer.close(token.end);
    return true;
  }
  if (composer.isDocumentEnd(token)) {
    if (!scanner.structure.explain(token.start)) {
      const place = lastInside(frame);
      const { range, message, note } = unclosedFlow(kind, frame.open, place.start, place.end);
      composer.fault(range.start, range.end, message, note);
    }
    composer.close(lastInside(frame).end);
    return true;
  }
  if (token.kind !== ']' && token.kind !== '}') return false;
  if (scanner.structure.explain(token.start)) return true;
  if (closesOuter(composer, token)) {
    if (scanner.structure.want([{ kind: 'unclosed-flow', start: frame.open, at: token.start }])) return true;
  }
  composer.fault(
    token.start,
    token.end,
    `\`${token.kind}\` cannot close what \`${kind}\` opened; write \`${closer}\``,
    {
      message: `opened by this \`${kind}\``,
      range: { start: frame.open, end: frame.open + 1 },
    },
  );
  scanner.take();
  composer.close(token.end);
  return true;
}

/** The last thing in a collection, or its bracket. */
function lastInside(frame: Flow): SourceRange {
  const last = frame.node.kind === 'seq' ? frame.node.items.at(-1) : frame.node.pairs.at(-1);
  return last && last.range.end > last.range.start ? last.range : { start: frame.open, end: frame.open + 1 };
}

/** Whether a collection around the innermost one waits for the bracket `token`. */
function closesOuter(composer: Composer, token: Token): boolean {
  for (const frame of composer.outerFrames()) {
    if (frame.kind === (token.kind === ']' ? 'flow-seq' : 'flow-map')) return true;
    if (frame.kind !== 'flow-seq' && frame.kind !== 'flow-map' && frame.kind !== 'flow-pair') return false;
  }
  return false;
}
