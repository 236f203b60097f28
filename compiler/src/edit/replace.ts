// Puts a new scalar in the place of one, keeping its style, its anchor and its tag where the style can hold the new text.
import type { Pair, ScalarNode, SyntaxNode } from '../syntax/nodes.ts';
import { insertion, type TextEdit } from '../text/edit.ts';
import { columnOf, contentEnd, isInFlow, lineBreakOf, lineEnd, lineStart, nextLine, type Source } from './source.ts';
import { canBeLiteral, writeLiteral, writeScalar } from './write-scalar.ts';
import { type Data, Verbatim, writeFlow } from './write-value.ts';

/** Makes `node` stand for `text`, in its own style if that can be. */
export function replaceText(source: Source, node: ScalarNode, text: string): readonly TextEdit[] {
  if (node.text === text) return [];
  if (node.style === 'literal' || node.style === 'folded') return replaceBlock(source, node, text);
  const place = { inFlow: isInFlow(node), isKey: isKey(node) };
  return [{ range: node.valueRange, text: writeScalar(text, place, node.style) }];
}

/** Puts a piece of YAML, on one line, in the place of a scalar: `0644`, `true`. */
export function replaceVerbatim(source: Source, node: SyntaxNode, text: string): readonly TextEdit[] {
  return replaceValue(source, node, new Verbatim(text));
}

/** Puts `data`, on one line, in the place of a value, be it there or missing. An anchor stays; a tag stays with it. */
export function replaceValue({ text }: Source, node: SyntaxNode, data: Data): readonly TextEdit[] {
  const written = writeFlow(data, isInFlow(node));
  if (node.kind === 'missing') return [insertion(node.range.end, ` ${written}`)];
  if (node.kind !== 'scalar') return [{ range: node.range, text: written }];
  const { start, end } = node.valueRange;
  if (node.style !== 'literal' && node.style !== 'folded') return [{ range: node.valueRange, text: written }];
  return [{ range: { start, end: start + indicatorLength(text, start) }, text: written }, linesOf(text, start, end)];
}

/** Gives an entry another key. Its style, and everything else, stays. */
export function renameKey(pair: Pair, name: string): readonly TextEdit[] {
  const { key } = pair;
  if (key.kind !== 'scalar' || key.text === name) return [];
  const place = { inFlow: pair.parent.style === 'flow' || isInFlow(pair.parent), isKey: true };
  const style = key.style === 'literal' || key.style === 'folded' ? 'double' : key.style;
  return [{ range: key.valueRange, text: writeScalar(name, place, style) }];
}

function isKey(node: SyntaxNode): boolean {
  return node.parent?.kind === 'pair' && node.parent.key === node;
}

/** New text of a block scalar: a literal block in the columns of the old one, or quoted where no block can hold it. */
function replaceBlock(source: Source, node: ScalarNode, text: string): readonly TextEdit[] {
  const { start } = node.valueRange;
  const headerEnd = lineEnd(source.text, start);
  const keepsBlanks = /\n\n$/.test(text);
  // Blank lines that follow would become part of a text that keeps them.
  const end = keepsBlanks ? endOfBlanks(source.text, node.range.end) : contentEnd(source.text, node);
  const lineBreak = lineBreakOf(source.text);
  // What follows stays on a line of its own, and a block at the end of the text has the line break that its text needs.
  const tail = end > node.range.end ? lineBreak : '';
  if (!canBeLiteral(text) || isKey(node)) {
    const written = writeScalar(text, { inFlow: false, isKey: false }, 'double');
    const lines = linesOf(source.text, start, end);
    return [
      { range: { start, end: start + indicatorLength(source.text, start) }, text: written },
      { ...lines, text: tail },
    ];
  }
  const indent = blockIndent(source.text, node) ?? columnOf(source.text, lineStart(source.text, start)) + 2;
  const written = writeLiteral(text, indent, lineBreak);
  const breakAt = written.indexOf(lineBreak);
  const [header, body] = [written.slice(0, breakAt), written.slice(breakAt)];
  const indicators = indicatorLength(source.text, start);
  const atEnd = end === source.text.length && tail === '' && !header.endsWith('-') ? lineBreak : '';
  return [
    { range: { start, end: start + indicators }, text: header },
    { range: { start: headerEnd, end: Math.max(headerEnd, end) }, text: body + tail + atEnd },
  ];
}

function indicatorLength(text: string, start: number): number {
  return /^[|>][\d+-]*/.exec(text.slice(start, start + 4))?.[0].length ?? 1;
}

/** Takes the lines of a block scalar away; a comment behind its indicators stays. */
function linesOf(text: string, start: number, end: number): TextEdit {
  const headerEnd = lineEnd(text, start);
  return { range: { start: headerEnd, end: Math.max(headerEnd, end) }, text: '' };
}

/** The end of the blank lines below the line of `at`; `at` when there are none. */
function endOfBlanks(text: string, at: number): number {
  const below = nextLine(text, at);
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text.slice(below))?.[0].length ?? 0;
  return blank === 0 && below === text.length ? at : below + blank;
}

/** The column in which the lines of a block scalar begin; undefined when it has none. */
export function blockIndent(text: string, node: ScalarNode): number | undefined {
  const headerEnd = lineEnd(text, node.valueRange.start);
  const content = text.slice(headerEnd, Math.max(headerEnd, node.range.end));
  const first = content.split(/\r?\n/).find((line) => line.trim() !== '');
  if (first === undefined) return undefined;
  // Spaces beyond the indentation are the text's own.
  const spaces = /^ */.exec(first)?.[0].length ?? 0;
  const line = node.text.split('\n').find((each) => each.trim() !== '') ?? '';
  return spaces - (/^ */.exec(line)?.[0].length ?? 0);
}
