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

/** The text with sorted keys; as it is where that is not possible, because of anchors or of what ends the text. */
export function sortKeys(document: Document): string {
  const { spec } = readHeader(document);
  if (spec === undefined || document.problems.length > 0) return document.text;
  let current = document;
  // One mapping a round, outermost first: the others then have new places.
  for (let done = 0; ; done++) {
    const { root } = bind(current, configSpec, spec.point, 'source');
    const map = objectsOf(root)[done];
    if (map === undefined) return current.text;
    const text = sorted(current, map, spec.point);
    if (text === current.text) continue;
    const next = readDocument(text, document.uri);
    if (next.problems.length === 0) current = next;
  }
}

/** Everything bound to an object, outermost first, in an order that sorting does not change. */
function objectsOf(root: Binding): readonly Binding[] {
  const found: Binding[] = [];
  const visit = (binding: Binding): void => {
    if (!binding.inPlace) return;
    if (binding.spec.kind === 'object' && binding.value.kind === 'map') found.push(binding);
    const members = [...(binding.members ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [, member] of members) visit(member);
    for (const item of binding.items ?? []) visit(item);
  };
  visit(root);
  return found;
}

function sorted({ text }: Document, { value, spec }: Binding, point: Point): string {
  if (value.kind !== 'map' || value.style !== 'block' || spec.kind !== 'object' || value.pairs.length < 2) return text;
  const order = [...fieldsOf(spec, point, 'source').keys()];
  const rank = (pair: Pair): number => {
    const key = keyOf(pair.key) ?? '';
    if (key === 'variant' || key === 'version') return key === 'variant' ? -2 : -1;
    const index = order.indexOf(key);
    return index < 0 ? order.length : index;
  };
  const pairs = value.pairs.map((pair, index) => ({ pair, index }));
  pairs.sort((a, b) => rank(a.pair) - rank(b.pair) || a.index - b.index);
  if (pairs.every(({ index }, at) => index === at)) return text;
  const slices = slicesOf(text, value);
  if (slices === undefined) return text;
  const { start, end, pieces } = slices;
  return text.slice(0, start) + pairs.map(({ index }) => pieces[index]).join(slices.between) + text.slice(end);
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
