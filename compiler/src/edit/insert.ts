// Puts an entry into a mapping or an item into a list, in the style of its neighbours: indentation, line breaks, braces. An
// edit inserts at one place and touches nothing that is there.
import type { MapNode, Pair, SeqNode, SyntaxNode } from '../syntax/nodes.ts';
import { insertion, type TextEdit } from '../text/edit.ts';
import {
  afterColon,
  bareStart,
  blockColumn,
  columnOf,
  entryEnd,
  entryStart,
  indentStep,
  isFirstOnLine,
  isInFlow,
  lastScalar,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLine,
  pullComments,
  type Source,
  sizeOf,
  skipTrivia,
} from './source.ts';
import { type Data, writeAfterColon, writeAfterDash, writeEntry, writeFlow, writeFlowEntry } from './write-value.ts';

/** Adds an entry to a mapping, behind the entry with this index; -1: in front, the last one when absent. */
export function insertEntry(
  source: Source,
  map: MapNode,
  key: string,
  value: Data,
  after: number = map.pairs.length - 1,
): readonly TextEdit[] {
  if (map.style === 'flow') return insertFlow(source, map, writeFlowEntry(key, value), after);
  const style = {
    column: blockColumn(source.text, map),
    step: indentStep(source),
    lineBreak: lineBreakOf(source.text),
  };
  return insertBlock(source, map, writeEntry(key, value, style), after);
}

/** Adds an item to a list, behind the item with this index; -1: in front, the last one when absent. */
export function insertItem(
  source: Source,
  seq: SeqNode,
  value: Data,
  after: number = seq.items.length - 1,
): readonly TextEdit[] {
  if (seq.style === 'flow') return insertFlow(source, seq, writeFlow(value), after);
  const style = {
    column: blockColumn(source.text, seq),
    step: indentStep(source),
    lineBreak: lineBreakOf(source.text),
  };
  return insertBlock(source, seq, `-${writeAfterDash(value, style)}`, after);
}

/** Gives an entry whose value is missing a value, block style where the surroundings allow it. */
export function insertValue(source: Source, pair: Pair, value: Data): readonly TextEdit[] {
  const { text } = source;
  const at = Math.max(afterColon(text, pair), pair.value.range.end);
  if (pair.parent.style === 'flow' || isInFlow(pair.parent)) return [insertion(at, ` ${writeFlow(value)}`)];
  const style = { column: blockColumn(text, pair.parent), step: indentStep(source), lineBreak: lineBreakOf(text) };
  const written = writeAfterColon(value, style);
  const head = written.startsWith(style.lineBreak) ? '' : (written.split(style.lineBreak, 1)[0] ?? '');
  const body = written.slice(head.length);
  if (body === '') return [insertion(at, head)];
  // A comment behind the colon stays there.
  const line = lineEnd(text, at);
  return [
    ...(head === '' ? [] : [insertion(at, head)]),
    insertion(line, body),
    ...pullComments(text, nextLine(text, line), style.column),
  ];
}

function insertBlock(source: Source, node: MapNode | SeqNode, written: string, after: number): readonly TextEdit[] {
  const { text } = source;
  const lineBreak = lineBreakOf(text);
  const column = blockColumn(text, node);
  const pad = ' '.repeat(column);
  const mayEndInBlock = written.includes(lineBreak);
  if (after < 0) {
    const start = entryStart(text, node, 0);
    return [insertion(start, `${written}${lineBreak}${pad}`)];
  }
  const end = entryEnd(text, node, after);
  // Behind a block that keeps its blank lines the next line begins already.
  const below = nextLine(text, end);
  const pulled = mayEndInBlock ? pullComments(text, below, column) : [];
  if (end > 0 && text.charAt(end - 1) === '\n') {
    return [insertion(end, `${pad}${written}${lineBreak}`), ...(mayEndInBlock ? pullComments(text, end, column) : [])];
  }
  const last = node.kind === 'map' ? node.pairs[after]?.value : node.items[after];
  return [...keepUnbroken(text, last), insertion(lineEnd(text, end), `${lineBreak}${pad}${written}`), ...pulled];
}

/** A block scalar at the very end of a text, without a line break, would get one by what is put behind it. */
function keepUnbroken(text: string, node: SyntaxNode | undefined): readonly TextEdit[] {
  const last = node && lastScalar(node);
  if (last?.kind !== 'scalar' || (last.style !== 'literal' && last.style !== 'folded')) return [];
  if (last.range.end !== text.length || last.text === '' || last.text.endsWith('\n')) return [];
  const { start } = last.valueRange;
  const header = /^[|>]\d?([+-]?)/.exec(text.slice(start));
  if (header === null || header[1] === '-') return [];
  const at = start + header[0].length;
  return header[1] === '+' ? [{ range: { start: at - 1, end: at }, text: '-' }] : [insertion(at, '-')];
}

function insertFlow(source: Source, node: MapNode | SeqNode, written: string, after: number): readonly TextEdit[] {
  const { text } = source;
  const open = bareStart(text, node) + 1;
  if (!/[[{]/.test(text.charAt(open - 1))) return wrapPair(source, node, written, after);
  if (sizeOf(node) === 0) {
    const isTight = node.kind === 'seq' || text.charAt(open) === ' ';
    return [insertion(open, isTight ? written : ` ${written} `)];
  }
  if (after < 0) return [insertion(entryStart(text, node, 0), `${written}, `)];
  const end = entryEnd(text, node, after);
  const start = entryStart(text, node, after);
  // A colon with nothing behind it would take the comma for its value.
  const gap = text.charAt(end - 1) === ':' ? ' ' : '';
  if (!isFirstOnLine(text, start)) return [insertion(end, `${gap}, ${written}`)];
  const pad = text.slice(lineStart(text, start), start);
  const comma = skipTrivia(text, end);
  const hasComma = text.charAt(comma) === ',';
  const line = lineEnd(text, hasComma ? comma : end);
  const isAlone = /^[ \t]*(?:#.*)?$/.test(text.slice(hasComma ? comma + 1 : end, line));
  if (!isAlone) return [insertion(end, `${gap}, ${written}`)];
  const below = `${lineBreakOf(text)}${pad}${written}`;
  if (hasComma) return [insertion(line, `${below},`)];
  return line === end ? [insertion(end, `${gap},${below}`)] : [insertion(end, `${gap},`), insertion(line, below)];
}

/** A single `key: value` in a flow list is a mapping without braces, and needs some to hold more. */
function wrapPair({ text }: Source, node: MapNode | SeqNode, written: string, after: number): readonly TextEdit[] {
  const start = bareStart(text, node);
  const end = node.range.end;
  const gap = text.charAt(end - 1) === ':' ? ' ' : '';
  if (after < 0) return [insertion(start, `{ ${written}, `), insertion(end, `${gap} }`)];
  return [insertion(start, '{ '), insertion(end, `${gap}, ${written} }`)];
}

/** The column in which a new block inside of an entry would stand. */
export function innerColumn(source: Source, pair: Pair): number {
  return columnOf(source.text, pair.range.start) + indentStep(source);
}
