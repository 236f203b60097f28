// Moves what is there: an entry to another place of its mapping, a value one level deeper. The text is taken as it is, comments
// inside of it included, and only its indentation is changed.
import type { MapNode, Pair } from '../syntax/nodes.ts';
import { insertion, type TextEdit } from '../text/edit.ts';
import { wouldBreak } from './references.ts';
import { cut } from './remove.ts';
import {
  afterColon,
  blockColumn,
  columnOf,
  contentEnd,
  endsInBlock,
  entryEnd,
  entryStart,
  indentStep,
  isInFlow,
  lineBreakOf,
  lineEnd,
  type Source,
  sizeOf,
} from './source.ts';
import { writeScalar } from './write-scalar.ts';

/** `text[start, end)` with all its lines but the first shifted by `columns`. */
export function shifted(text: string, start: number, end: number, columns: number): string {
  const [first = '', ...rest] = text.slice(start, end).split('\n');
  const lines = rest.map((line) => {
    if (line.trim() === '') return line;
    if (columns >= 0) return ' '.repeat(columns) + line;
    const spaces = /^ */.exec(line)?.[0].length ?? 0;
    return line.slice(Math.min(spaces, -columns));
  });
  return [first, ...lines].join('\n');
}

/**
 * Moves an entry of a block mapping behind another one of the same or another block mapping; `after` -1 is in front.
 * Undefined when the entry cannot be moved as it stands: it is the only one, brackets are around one of the two, `to` is a part
 * of it, or an alias would get before its anchor or stand for something else.
 */
export function moveEntry(
  source: Source,
  from: MapNode,
  index: number,
  to: MapNode,
  after: number,
): readonly TextEdit[] | undefined {
  if (from.style === 'flow' || to.style === 'flow' || isInFlow(from) || isInFlow(to)) return undefined;
  if (from === to && (after === index || after === index - 1)) return [];
  if (sizeOf(from) === 1) return undefined;
  const { text } = source;
  const start = entryStart(text, from, index);
  const end = entryEnd(text, from, index);
  // What ends in blank lines that count, or at the end of the text, depends on what follows it.
  if (end === text.length || text.charAt(end - 1) === '\n') return undefined;
  // Neither may a block scalar come to stand above comments that it would take for text.
  if (from.pairs.some(({ value }) => endsInBlock(value)) || to.pairs.some(({ value }) => endsInBlock(value))) {
    if (text.includes('#')) return undefined;
  }
  const moved = shifted(text, start, lineEnd(text, end), blockColumn(text, to) - columnOf(text, start));
  const place = insertBlockText(source, to, moved, after);
  if (place === undefined || (start <= to.range.start && to.range.end <= end)) return undefined;
  if (wouldBreak(source, { start, end }, place.range.start, to.range)) return undefined;
  return [...cut(source, from, index), place];
}

function insertBlockText(source: Source, node: MapNode, moved: string, after: number): TextEdit | undefined {
  const { text } = source;
  const pad = ' '.repeat(blockColumn(text, node));
  if (after < 0) return insertion(entryStart(text, node, 0), `${moved}${lineBreakOf(text)}${pad}`);
  const end = entryEnd(text, node, after);
  if (end > 0 && text.charAt(end - 1) === '\n') return insertion(end, `${pad}${moved}${lineBreakOf(text)}`);
  if (end === text.length) return undefined;
  return insertion(lineEnd(text, end), `${lineBreakOf(text)}${pad}${moved}`);
}

/** Puts the value of an entry below a new key: `a: 1` becomes `a: { key: 1 }`, on lines of its own in block style. */
export function wrapValue(source: Source, pair: Pair, key: string): readonly TextEdit[] | undefined {
  const { text } = source;
  const { value } = pair;
  const inFlow = pair.parent.style === 'flow' || isInFlow(pair.parent);
  const name = writeScalar(key, { inFlow, isKey: true });
  const end = contentEnd(text, value);
  if (inFlow && value.kind === 'missing') return undefined;
  if (inFlow) return [insertion(value.range.start, `{ ${name}: `), insertion(end, ' }')];
  if (pair.key.range.start !== pair.range.start) return undefined;
  const step = indentStep(source);
  const colon = afterColon(text, pair);
  const column = columnOf(text, pair.range.start) + step;
  const head = `${lineBreakOf(text)}${' '.repeat(column)}${name}:`;
  const last = Math.max(value.range.end, colon);
  return [{ range: { start: colon, end: last }, text: head + shifted(text, colon, last, step) }];
}
