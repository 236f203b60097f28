// A key that is at the wrong place: it is known one level up, or in the mapping beside it. Only where there is one such place
// and nothing is there yet; then the indentation was wrong, and nothing else.
import { fieldsOf } from '../../../../spec/fields.ts';
import type { Point } from '../../../../spec/gate.ts';
import type { Field, SpecNode } from '../../../../spec/model.ts';
import { config as configSpec } from '../../../../spec/shapes/config.ts';
import type { Path } from '../../diagnostic/diagnostic.ts';
import type { Document } from '../../document.ts';
import { moveEntry, shifted } from '../../edit/move.ts';
import {
  columnOf,
  entryEnd,
  indentStep,
  isFirstOnLine,
  isInFlow,
  lineBreakOf,
  lineEnd,
  lineStart,
} from '../../edit/source.ts';
import { readHeader } from '../../header.ts';
import type { MapNode, Pair, SyntaxNode } from '../../syntax/nodes.ts';
import { keyOf } from '../../syntax/resolve-scalar.ts';
import type { TextEdit } from '../../text/edit.ts';
import { pairOf } from './find.ts';

export interface Replacing {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Puts the entry of an unknown key, whose path ends in it, where it belongs; undefined when that is not certain. */
export function putInPlace(document: Document, pair: Pair, path: Path): Replacing | undefined {
  const point = readHeader(document).spec?.point;
  const key = keyOf(pair.key);
  if (point === undefined || key === undefined || pair.parent.style === 'flow' || isInFlow(pair.parent)) {
    return undefined;
  }
  const above = holderOf(pair.parent);
  const depth = typeof path.at(-2) === 'number' ? 3 : 2;
  const isAbove = above !== undefined && isWelcome(above.parent, specAt(path.slice(0, -depth)), pair, key, point);
  const beside = fieldNamesBeside(pair, specAt(path.slice(0, -1)), key, point);
  const [sibling, ...others] = beside;
  if (isAbove && sibling === undefined) {
    const edits = moveUp(document, pair, above);
    return edits && { title: depth === path.length ? 'move it to the top' : 'move it one level up', edits };
  }
  if (isAbove || sibling === undefined || others.length > 0) return undefined;
  const edits = moveInto(document, pair, sibling);
  return edits && { title: `move it into \`${sibling}\``, edits };
}

/** The entry that holds a mapping, itself or as an item of its list. */
function holderOf({ parent }: MapNode): Pair | undefined {
  const holder = parent?.kind === 'seq' ? parent.parent : parent;
  return holder?.kind === 'pair' ? holder : undefined;
}

function isWelcome(map: MapNode, spec: SpecNode | undefined, { value }: Pair, key: string, point: Point): boolean {
  if (spec?.kind !== 'object' || pairOf(map, key) !== undefined) return false;
  const field = fieldsOf(spec, point, 'source').get(key);
  return field !== undefined && fits(field, value);
}

/** The fields of the same mapping that are objects with this key. */
function fieldNamesBeside(pair: Pair, spec: SpecNode | undefined, key: string, point: Point): readonly string[] {
  if (spec?.kind !== 'object') return [];
  return [...fieldsOf(spec, point, 'source')].flatMap(([name, { node }]) => {
    if (node.kind !== 'object') return [];
    const field = fieldsOf(node, point, 'source').get(key);
    if (field === undefined || !fits(field, pair.value)) return [];
    const present = pairOf(pair.parent, name)?.value;
    const isFree = present?.kind === 'map' ? pairOf(present, key) === undefined : isNothing(present);
    return isFree ? [name] : [];
  });
}

function isNothing(node: SyntaxNode | undefined): boolean {
  return node === undefined || (node.kind === 'missing' && node.anchor === undefined && node.tag === undefined);
}

/** Whether the value has the shape that the field wants: what had no effect must not become an error. */
export function fits({ node }: Pick<Field, 'node'>, value: SyntaxNode): boolean {
  if (node.kind === 'list') return value.kind === 'seq';
  return node.kind === 'object' || node.kind === 'map' ? value.kind === 'map' : value.kind === 'scalar';
}

/** What the spec wants at a path. */
export function specAt(path: Path): SpecNode | undefined {
  let node: SpecNode | undefined = configSpec;
  for (const step of path) {
    if (node?.kind === 'list') node = node.item;
    else node = node?.kind === 'object' ? node.fields[step]?.node : undefined;
  }
  return node;
}

function moveUp(document: Document, pair: Pair, above: Pair): readonly TextEdit[] | undefined {
  const { text } = document;
  const { parent } = pair;
  const index = parent.pairs.indexOf(pair);
  const isLast = index === parent.pairs.length - 1 && above.range.end <= entryEnd(text, parent, index);
  if (!isLast) return moveEntry(document, parent, index, above.parent, above.parent.pairs.indexOf(above));
  const { start } = pair.range;
  if (index === 0 || !isFirstOnLine(text, start)) return undefined;
  const [column, wanted] = [columnOf(text, start), columnOf(text, above.range.start)];
  if (wanted >= column) return undefined;
  const end = entryEnd(text, parent, index);
  const from = lineStart(text, start);
  return [{ range: { start: from, end }, text: ' '.repeat(wanted) + shifted(text, start, end, wanted - column) }];
}

function moveInto(document: Document, pair: Pair, name: string): readonly TextEdit[] | undefined {
  const { text } = document;
  const { parent } = pair;
  const index = parent.pairs.indexOf(pair);
  const present = pairOf(parent, name);
  if (present?.value.kind === 'map') {
    return moveEntry(document, parent, index, present.value, present.value.pairs.length - 1);
  }
  const { start } = pair.range;
  const end = entryEnd(text, parent, index);
  const step = indentStep(document);
  const pad = ' '.repeat(step);
  const body = shifted(text, start, end, step);
  if (present === undefined) {
    const column = ' '.repeat(columnOf(text, start));
    return [{ range: { start, end }, text: `${name}:${lineBreakOf(text)}${column}${pad}${body}` }];
  }
  // Below the key whose value is missing, it was only not indented.
  const isBelow = parent.pairs[index - 1] === present && isFirstOnLine(text, start);
  return isBelow && lineEnd(text, present.range.end) < start
    ? [{ range: { start, end }, text: pad + body }]
    : undefined;
}
