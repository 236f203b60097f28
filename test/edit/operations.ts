// Random structural edits of a document, each with what it is to leave of the tree.
import { insertEntry, insertItem, insertValue } from '../../compiler/src/edit/insert.ts';
import { moveEntry, wrapValue } from '../../compiler/src/edit/move.ts';
import { removeEntry, removeItem } from '../../compiler/src/edit/remove.ts';
import { renameKey, replaceText, replaceValue } from '../../compiler/src/edit/replace.ts';
import type { MapNode, Pair, ScalarNode, SeqNode, SyntaxNode } from '../../compiler/src/syntax/nodes.ts';
import { parseYaml } from '../../compiler/src/syntax/parse-yaml.ts';
import { applyEdits, type TextEdit } from '../../compiler/src/text/edit.ts';
import type { SourceRange } from '../../compiler/src/text/range.ts';
import type { Random } from '../fuzz/random.ts';
import { type MapModel, type Model, modelOf, nodesOf, type SeqModel, targetsOf } from './model.ts';

export interface Operation {
  readonly name: string;
  readonly edits: readonly TextEdit[];
  readonly intended: Model;
  /** What each alias stood for before, as parts of `intended`. */
  readonly references: ReadonlyMap<Model, Model | undefined>;
  /** Comments in these ranges of the text go with what is removed. */
  readonly removes: boolean;
}

const texts = [
  'new',
  '/etc/x y',
  '0644',
  'true',
  'it’s: # odd',
  '',
  ' lead',
  'a\nb\n',
  'a\nb',
  '[x]',
  'no',
  "o'k",
  '\u0007',
  'line\n\nline\n\n',
];
const values = [
  'new',
  'a: b',
  12,
  true,
  null,
  ['x', 'y z'],
  { k: 'v', l: ['x'] },
  [{ k: 'v', m: 'two\nlines\n' }, 'x'],
  'two\nlines',
  {},
  [],
] as const;

/** What data becomes, as a model: read from its JSON, which is YAML. */
function dataModel(value: unknown): Model {
  const { root } = parseYaml(JSON.stringify(value), '');
  return unstyled(modelOf(root));
}

/** Marks a model as one whose styles do not matter. */
function unstyled(model: Model): Model {
  if (model.kind === 'map') {
    const pairs = model.pairs.map(({ key, value }) => ({ key: unstyled(key), value: unstyled(value) }));
    return { ...model, style: '*', pairs };
  }
  return model.kind === 'seq' ? { ...model, style: '*', items: model.items.map(unstyled) } : { ...model, style: '*' };
}

/** What a random edit is made of. */
interface Attempt {
  readonly text: string;
  readonly source: { readonly text: string; readonly root: SyntaxNode };
  readonly random: Random;
  done(name: string, edits: readonly TextEdit[] | undefined, removes?: boolean): Operation | undefined;
}

/** One random edit that is possible at a node of the document; undefined when chance finds none. */
export function randomOperation(text: string, random: Random): Operation | undefined {
  const { root } = parseYaml(text, '');
  const node = random.pick(nodesOf(root));
  const intended = modelOf(root);
  const references = targetsOf(intended);
  const model = modelAt(intended, node);
  if (model === undefined) return undefined;
  const attempt: Attempt = {
    text,
    source: { text, root },
    random,
    done: (name, edits, removes = false) => edits && { name, edits, intended, references, removes },
  };
  if (node.kind === 'map' && model.kind === 'map') return editMap(attempt, node, model);
  if (node.kind === 'seq' && model.kind === 'seq') return editList(attempt, node, model);
  if (node.kind === 'scalar' && model.kind === 'scalar') return editScalar(attempt, node, model);
  return node.kind === 'missing' ? fill(attempt, node, model) : undefined;
}

function editMap(attempt: Attempt, node: MapNode, model: MapModel): Operation | undefined {
  const { source, random, done } = attempt;
  const kind = random.int(6);
  const index = random.int(Math.max(1, node.pairs.length));
  const pair = node.pairs[index];
  if (kind < 2) {
    const value = random.pick(values);
    const after = random.int(node.pairs.length + 1) - 1;
    const key = random.pick(['added', 'x: y', '1', 'é']);
    model.pairs.splice(after + 1, 0, { key: dataModel(key), value: dataModel(value) });
    return done(`insert ${key} after ${after}`, insertEntry(source, node, key, value, after));
  }
  if (pair === undefined) return undefined;
  if (kind === 2) {
    model.pairs.splice(index, 1);
    if (model.pairs.length === 0) model.style = 'flow';
    return done(`remove entry ${index}`, removeEntry(source, node, index), true);
  }
  if (kind === 3) return rename(attempt, pair, model.pairs[index]);
  if (kind === 4) return move(attempt, node, model, index);
  const inner = model.pairs[index];
  const edits = wrapValue(source, pair, 'wrap');
  if (inner)
    inner.value = { kind: 'map', style: '*', props: '', pairs: [{ key: dataModel('wrap'), value: inner.value }] };
  return done(`wrap ${index}`, edits);
}

function move({ source, random, done }: Attempt, node: MapNode, model: MapModel, index: number): Operation | undefined {
  const to = random.int(node.pairs.length + 1) - 1;
  const edits = moveEntry(source, node, index, node, to);
  if (edits === undefined) return undefined;
  const [moved] = model.pairs.splice(index, 1);
  if (moved) model.pairs.splice(to >= index ? to : to + 1, 0, moved);
  return done(`move ${index} behind ${to}`, edits);
}

function editList({ source, random, done }: Attempt, node: SeqNode, model: SeqModel): Operation | undefined {
  if (node.items.length > 0 && random.chance(40)) {
    const index = random.int(node.items.length);
    model.items.splice(index, 1);
    if (model.items.length === 0) model.style = 'flow';
    return done(`remove item ${index}`, removeItem(source, node, index), true);
  }
  const value = random.pick(values);
  const after = random.int(node.items.length + 1) - 1;
  model.items.splice(after + 1, 0, dataModel(value));
  return done(`insert item after ${after}`, insertItem(source, node, value, after));
}

function editScalar({ source, random, done }: Attempt, node: ScalarNode, model: Model): Operation | undefined {
  if (node.parent?.kind === 'pair' && node.parent.key === node) return undefined;
  const text = random.pick(texts);
  if (random.chance(70)) {
    if (node.text !== text) Object.assign(model, { text, style: '*' });
    return done(`replace by ${JSON.stringify(text)}`, replaceText(source, node, text));
  }
  Object.assign(model, { text: 'v', style: '*' });
  return done('replace value', replaceValue(source, node, 'v'));
}

function fill({ text, source, random, done }: Attempt, node: SyntaxNode, model: Model): Operation | undefined {
  const { parent } = node;
  if (parent?.kind !== 'pair' || parent.value !== node || isBare(text, parent)) return undefined;
  if (node.tag || node.anchor) return undefined;
  const value = random.pick(values);
  Object.assign(model, { text: undefined, items: undefined, pairs: undefined }, dataModel(value));
  return done('insert value', insertValue(source, parent, value));
}

function isBare(text: string, pair: Pair): boolean {
  return !/^\s*:/.test(text.slice(pair.key.range.end));
}

function rename({ random, done }: Attempt, pair: Pair, model: { key: Model } | undefined): Operation | undefined {
  const name = random.pick(['renamed', 'a: b', 'é x', '12']);
  if (pair.key.kind !== 'scalar' || model === undefined || model.key.kind !== 'scalar') return undefined;
  if (pair.key.text !== name) Object.assign(model.key, { text: name, style: '*' });
  return done(`rename to ${name}`, renameKey(pair, name));
}

function modelAt(model: Model, node: SyntaxNode): Model | undefined {
  const { parent } = node;
  if (parent === undefined) return model;
  if (parent.kind === 'pair') {
    const holder = modelAt(model, parent.parent);
    if (holder?.kind !== 'map') return undefined;
    const pair = holder.pairs[parent.parent.pairs.indexOf(parent)];
    return parent.key === node ? pair?.key : pair?.value;
  }
  const holder = modelAt(model, parent);
  return holder?.kind === 'seq' ? holder.items[parent.items.indexOf(node)] : undefined;
}

/** What is wrong with the text after an operation; undefined when all is as intended. */
export function faultOf(text: string, { edits, intended, references, removes }: Operation): string | undefined {
  const after = applyEdits(text, edits);
  const { root, problems } = parseYaml(after, '');
  const [problem] = problems;
  if (problem) return `does not parse: ${problem.message}`;
  const found = modelOf(root);
  if (!isSame(found, intended)) return `other tree:\n${JSON.stringify(found)}\n${JSON.stringify(intended)}`;
  // The names are in their places; what they stand for follows from the order.
  const now = targetsOf(intended);
  if ([...now].some(([alias, target]) => references.get(alias) !== target)) return 'an alias has another target';
  return removes ? undefined : otherComments(commentsOf(text), commentsOf(after));
}

function otherComments(before: readonly string[], now: readonly string[]): string | undefined {
  const isSame = [...before].sort().join('\n') === [...now].sort().join('\n');
  return isSame ? undefined : `other comments: ${now.join(' | ')} instead of ${before.join(' | ')}`;
}

/** `found` has what is intended; where the style of the latter is `*`, it may have any, and texts may have any resolution. */
function isSame(found: Model, wanted: Model): boolean {
  if (wanted.style === '*' && found.kind === 'missing' && wanted.kind === 'scalar') return wanted.text === 'null';
  if (found.kind !== wanted.kind || found.props !== wanted.props) return false;
  if (wanted.style !== '*' && found.style !== wanted.style) return false;
  if (found.kind === 'map' && wanted.kind === 'map') {
    return (
      found.pairs.length === wanted.pairs.length &&
      found.pairs.every((pair, index) => {
        const other = wanted.pairs[index];
        return other !== undefined && isSame(pair.key, other.key) && isSame(pair.value, other.value);
      })
    );
  }
  if (found.kind === 'seq' && wanted.kind === 'seq') {
    return (
      found.items.length === wanted.items.length &&
      found.items.every((item, index) => {
        const other = wanted.items[index];
        return other !== undefined && isSame(item, other);
      })
    );
  }
  return !('text' in found) || !('text' in wanted) || found.text === wanted.text;
}

/** The comments of a text, read from what is left when all scalars are blanked out. */
export function commentsOf(text: string): readonly string[] {
  const { root } = parseYaml(text, '');
  let rest = text;
  for (const node of nodesOf(root)) {
    const ranges = [
      node.kind === 'scalar' ? withoutHeader(text, node) : undefined,
      node.kind === 'alias' ? node.range : undefined,
    ];
    for (const range of [...ranges, node.anchor?.range, node.tag?.range]) {
      if (range)
        rest =
          rest.slice(0, range.start) +
          text.slice(range.start, range.end).replace(/[^\r\n]/g, '.') +
          rest.slice(range.end);
    }
  }
  return [...rest.matchAll(/#.*/g)].map(([comment]) => comment.trimEnd());
}

/** Of a block scalar the lines of text: a comment may stand behind its indicators. */
function withoutHeader(text: string, { style, valueRange }: ScalarNode): SourceRange {
  if (style !== 'literal' && style !== 'folded') return valueRange;
  const header = text.indexOf('\n', valueRange.start);
  return header < 0 || header > valueRange.end
    ? { start: valueRange.start, end: valueRange.start }
    : { start: header, end: valueRange.end };
}
