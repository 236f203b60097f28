// Puts the entries of mappings into the order of the reference pages, with the comments above them. Only on request: the order
// in which people write things has its reasons.
import { fieldsOf } from '../../../spec/fields.ts';
import type { Point } from '../../../spec/gate.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { append } from '../append.ts';
import { bind } from '../bind.ts';
import type { Binding } from '../binding.ts';
import type { Document } from '../document.ts';
import { bareStart, columnOf, contentEnd, isFirstOnLine, lineEnd, lineStart } from '../edit/source.ts';
import { readHeader } from '../header.ts';
import { readDocument } from '../read-document.ts';
import type { MapNode, Pair } from '../syntax/nodes.ts';
import { keyOf } from '../syntax/resolve-scalar.ts';
import { applyEdits, type TextEdit } from '../text/edit.ts';

/** The text with sorted keys; as it is where that is not possible, because of anchors or of what ends the text. */
export function sortKeys(document: Document): string {
  const { spec } = readHeader(document);
  if (spec === undefined || document.problems.length > 0) return document.text;
  let current = document;
  // Outermost first: those inside have new places then. Those of one level have none of each other's text.
  for (let level = 0; ; level++) {
    const count = objectsOf(current, spec.point, level).length;
    if (count === 0) return current.text;
    current = sortSome(current, spec.point, level, 0, count);
  }
}

/**
 * Sorts objects of a level from the one at index `start` on, all at once. Where the text cannot be read then, in halves, so that one
 * does not spoil the others.
 */
function sortSome(document: Document, point: Point, level: number, start: number, count: number): Document {
  const some = objectsOf(document, point, level).slice(start, start + count);
  const edits = some.flatMap((map) => sortEdit(document, map, point) ?? []);
  if (edits.length === 0) return document;
  const next = readDocument(applyEdits(document.text, edits), document.uri);
  if (next.problems.length === 0) return next;
  if (count === 1) return document;
  const half = Math.ceil(count / 2);
  return sortSome(sortSome(document, point, level, start, half), point, level, start + half, count - half);
}

/** What is bound to objects inside of `level` other ones, in an order that sorting does not change. */
function objectsOf(document: Document, point: Point, level: number): readonly Binding[] {
  const found: Binding[] = [];
  const visit = (binding: Binding, depth: number): void => {
    if (!binding.inPlace) return;
    const isObject = binding.spec.kind === 'object' && binding.value.kind === 'map';
    if (isObject && depth === level) {
      found.push(binding);
      return;
    }
    const members = [...(binding.members ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, member] of members) visit(member, isObject ? depth + 1 : depth);
    for (const item of binding.items ?? []) visit(item, depth);
  };
  visit(bind(document, configSpec, point, 'source').root, 0);
  return found;
}

function sortEdit({ text }: Document, { value, spec }: Binding, point: Point): TextEdit | undefined {
  if (value.kind !== 'map' || value.style !== 'block' || spec.kind !== 'object') return undefined;
  if (value.pairs.length < 2) return undefined;
  const order = [...fieldsOf(spec, point, 'source').keys()];
  const rank = (pair: Pair): number => {
    const key = keyOf(pair.key) ?? '';
    if (key === 'variant' || key === 'version') return key === 'variant' ? -2 : -1;
    const index = order.indexOf(key);
    return index < 0 ? order.length : index;
  };
  const pairs = value.pairs.map((pair, index) => ({ pair, index }));
  pairs.sort((a, b) => rank(a.pair) - rank(b.pair) || a.index - b.index);
  if (pairs.every(({ index }, at) => index === at)) return undefined;
  const slices = slicesOf(text, value);
  if (slices === undefined) return undefined;
  const { start, end, pieces } = slices;
  return { range: { start, end }, text: pairs.map(({ index }) => pieces[index]).join(slices.between) };
}

/** The entries of a mapping with the comments above them, cut so that they can be put together in another order. */
function slicesOf(
  text: string,
  map: MapNode,
):
  | { readonly start: number; readonly end: number; readonly between: string; readonly pieces: readonly string[] }
  | undefined {
  const first = map.pairs[0]?.range.start ?? 0;
  const pad = ' '.repeat(columnOf(text, bareStart(text, map)));
  const pieces: string[] = [];
  let at = first;
  for (const pair of map.pairs) {
    const content = Math.max(contentEnd(text, pair.value), pair.range.end);
    // What ends in blank lines that count cannot change places without care; neither can anchors and what uses them.
    if (content > 0 && text.charAt(content - 1) === '\n') return undefined;
    if (/[&*]/.test(text.slice(pair.range.start, content)) && hasAnchors(map)) return undefined;
    if (at !== first && !isFirstOnLine(text, pair.range.start)) return undefined;
    const end = lineEnd(text, content);
    if (end === text.length) return undefined;
    pieces.push(
      text
        .slice(at, end)
        .replace(/^(?:[ \t]*\r?\n)+/, '')
        .replace(/^[ \t]+/, ''),
    );
    at = end + (text.charAt(end) === '\r' ? 2 : 1);
  }
  const lineBreak = text.charAt(lineStart(text, at) - 2) === '\r' ? '\r\n' : '\n';
  const end = at - lineBreak.length;
  return { start: first, end, between: `${lineBreak}${pad}`, pieces };
}

function hasAnchors(map: MapNode): boolean {
  const stack: (MapNode | Pair['value'])[] = [map];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.anchor !== undefined || node.kind === 'alias') return true;
    if (node.kind === 'map') for (const { key, value } of node.pairs) stack.push(key, value);
    if (node.kind === 'seq') append(stack, node.items);
  }
  return false;
}
