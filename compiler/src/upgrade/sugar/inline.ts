// `source: data:,...` as the text that it stands for: `inline`.
import { append } from '../../append.ts';
import { renameKey, replaceText } from '../../edit/replace.ts';
import { columnOf, indentStep, isInFlow, lineBreakOf, lineEnd, nextLine, pullComments } from '../../edit/source.ts';
import { canBeLiteral, writeLiteral } from '../../edit/write-scalar.ts';
import { pairOf } from '../../fix/shared/find.ts';
import type { Host } from '../../host.ts';
import { decodeDataUrl } from '../../output/data-url.ts';
import type { Pair, ScalarNode, SyntaxNode } from '../../syntax/nodes.ts';
import { keyOf } from '../../syntax/resolve-scalar.ts';
import { insertion, type TextEdit } from '../../text/edit.ts';
import { decodeUtf8, isUtf8 } from '../../text/utf8.ts';
import { attempt, type Sugared } from './attempt.ts';

/** Replaces all data URLs that can be. */
export function useInline(state: Sugared, host: Host): Sugared {
  const kept = [...dataUrls(state.document.root)].flatMap(({ pair, reason }) => {
    return reason === undefined ? [] : [{ message: `this data URL stays: ${reason}`, range: pair.value.range }];
  });
  const count = dataUrls(state.document.root).filter(({ reason }) => reason === undefined).length;
  return replaceSome({ ...state, notes: [...state.notes, ...kept] }, 0, count, host);
}

/**
 * Replaces as many as can be of `count` data URLs behind the first `skipped` ones that could be. All at once, mostly; when that
 * is not the same machine, in halves, so that one does not spoil the others. Those that stay are the first of what is left.
 */
function replaceSome(state: Sugared, skipped: number, count: number, host: Host): Sugared {
  if (count === 0) return state;
  const possible = dataUrls(state.document.root).filter(({ reason }) => reason === undefined);
  const wanted = possible.slice(skipped, skipped + count);
  const edits = wanted.flatMap(({ pair, node, text }) => inlineEdits(state, pair, node, text));
  const notes = wanted.map(({ pair }) => ({
    message: '`inline` takes the place of a data URL',
    range: pair.key.range,
  }));
  const result = attempt({ ...state, notes: [...state.notes, ...notes] }, [edits], host);
  if (typeof result !== 'string') return result;
  const [first] = wanted;
  if (count === 1 && first) {
    const message = `this data URL stays: ${result}`;
    return { ...state, notes: [...state.notes, { message, range: first.node.range }] };
  }
  const half = Math.ceil(count / 2);
  const front = replaceSome(state, skipped, half, host);
  const before = possible.length;
  const left = dataUrls(front.document.root).filter(({ reason }) => reason === undefined).length;
  return replaceSome(front, skipped + half - (before - left), count - half, host);
}

interface DataUrl {
  readonly pair: Pair;
  readonly node: ScalarNode;
  readonly text: string;
  /** Why it cannot be written as a text. */
  readonly reason: string | undefined;
}

/** The data URLs of a document that are written out, in order. */
function dataUrls(root: SyntaxNode): readonly DataUrl[] {
  const found: DataUrl[] = [];
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'seq') append(open, node.items);
    if (node.kind !== 'map') continue;
    for (const pair of node.pairs) {
      open.push(pair.value);
      const url = dataUrl(pair);
      if (url) found.push(url);
    }
  }
  return found.sort((one, other) => one.pair.range.start - other.pair.range.start);
}

function dataUrl(pair: Pair): DataUrl | undefined {
  const { key, value } = pair;
  if (keyOf(key) !== 'source' || key.kind !== 'scalar' || value.kind !== 'scalar') return undefined;
  if (!value.text.startsWith('data:') || value.tag) return undefined;
  const decoded = decodeDataUrl(value.text);
  if ('error' in decoded) return undefined;
  const reason = reasonAgainst(pair, decoded.bytes);
  return { pair, node: value, text: reason === undefined ? decodeUtf8(decoded.bytes) : '', reason };
}

function reasonAgainst({ parent, value }: Pair, bytes: Uint8Array): string | undefined {
  const compression = pairOf(parent, 'compression')?.value;
  if (compression && !(compression.kind === 'scalar' && compression.text === '')) return 'its data are packed';
  if (value.anchor) return 'an alias may stand for it';
  // It would be the hash of a text that the compiler may pack.
  if (pairOf(parent, 'verification')) return 'a hash belongs to it';
  return isUtf8(bytes) ? undefined : 'its data are no text';
}

function inlineEdits({ document }: Sugared, pair: Pair, node: ScalarNode, content: string): readonly TextEdit[] {
  const { text } = document;
  const key = renameKey(pair, 'inline');
  const isBlock = pair.parent.style === 'block' && !isInFlow(pair.parent) && !/[|>]/.test(node.style);
  const isLines = content.includes('\n') && canBeLiteral(content);
  if (!isBlock || !isLines || node.style === 'literal' || node.style === 'folded') {
    return [...key, ...replaceText(document, node, content)];
  }
  const lineBreak = lineBreakOf(text);
  const column = columnOf(text, pair.range.start);
  const written = writeLiteral(content, column + indentStep(document), lineBreak);
  const header = written.split(lineBreak, 1)[0] ?? '';
  const line = lineEnd(text, node.range.end);
  // The end of the text is no line break, which the block needs when its text has one.
  const tail = line === text.length && !header.endsWith('-') ? lineBreak : '';
  return [
    ...key,
    { range: node.valueRange, text: header },
    insertion(line, written.slice(header.length) + tail),
    ...pullComments(text, nextLine(text, line), column),
  ];
}
