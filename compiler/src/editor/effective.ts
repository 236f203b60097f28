// What a field of a fragment comes to in the targets that the fragment is part of: the merged value, who gave it, and what it
// overrode. Follows fields and the keys of entries, not positions, so that an entry is found in each fragment wherever it stands.
// Markdown; merges nothing itself.
import { fieldsOf, outName } from '../../../spec/fields.ts';
import type { Point } from '../../../spec/gate.ts';
import type { Field, SpecNode } from '../../../spec/model.ts';
import { config as configSpec } from '../../../spec/shapes/config.ts';
import { append } from '../append.ts';
import type { Binding } from '../binding.ts';
import type { Document } from '../document.ts';
import { itemKey } from '../merge/item-key.ts';
import { keyedItem } from '../merge/keyed-item.ts';
import { sameValue } from '../merge/same-value.ts';
import { decodeDataUrl } from '../output/data-url.ts';
import type { OutNode } from '../output/nodes.ts';
import { type Merged, pointOf } from '../project/merged.ts';
import type { RaisedFragment } from '../project/raise.ts';
import { shorten } from '../syntax/shorten.ts';
import { decodeUtf8, isUtf8 } from '../text/utf8.ts';

/** What a target of a project comes to. */
export interface TargetMerge {
  readonly target: string;
  readonly merged: Merged;
}

export interface EffectiveContext {
  readonly merges: readonly TargetMerge[];
  /** Whether a file is the one that is looked at. */
  isHere(uri: string): boolean;
  /** A place as a link; `line` from 1. */
  link(uri: string, line: number): string;
}

type ItemKey = Parameters<typeof itemKey>[1];

/** A way from the root to a value. Items of lists that are only appended have none. */
type Step = { readonly field: string } | { readonly key: string; readonly list: ItemKey };

interface Found {
  readonly steps: readonly Step[];
  /** In the names of Ignition JSON. */
  readonly path: string;
  readonly value: OutNode;
  readonly spec: SpecNode;
  readonly field: Field | undefined;
}

/** The merged value of what is written at a binding, by target; undefined where no target says anything of it. */
export function effectiveValue(binding: Binding, context: EffectiveContext): string | undefined {
  const targets = new Map<string, string[]>();
  for (const { target, merged } of context.merges) {
    const text = inTarget(binding, merged, context);
    if (text !== undefined) targets.set(text, [...(targets.get(text) ?? []), target]);
  }
  if (targets.size === 0) return undefined;
  // Most targets share their fragments and agree.
  return [...targets].map(([text, names]) => `${targetNames(names)}${text}`).join('\n\n');
}

const mostNames = 4;

function targetNames(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((name) => `\`${name}\``);
  const more = names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return `In target${names.length > 1 ? 's' : ''} ${shown.join(', ')}${more}: `;
}

const mostLeaves = 8;

function inTarget(binding: Binding, merged: Merged, context: EffectiveContext): string | undefined {
  for (const from of merged.fragments) {
    if (!context.isHere(from.fragment.document.uri)) continue;
    const point = pointOf(merged.result?.version ?? from.content.ignition);
    const own = findOrigin(from, binding, point, context);
    if (own === undefined) continue;
    const scene: Scene = { merged, from, point, context };
    const value = merged.result === undefined ? own.value : follow(merged.result.config, own.steps);
    if (value === undefined) return undefined;
    const leaves = leavesOf({ ...own, value }, point);
    if (leaves.length === 1 && leaves[0]?.path === own.path) return sentence(leaves[0], scene);
    const lines = leaves.slice(0, mostLeaves).flatMap((leaf) => {
      const text = sentence(leaf, scene);
      return text === undefined ? [] : [`- \`${leaf.path.slice(own.path.length).replace(/^\./, '')}\`: ${text}`];
    });
    if (lines.length === 0) return undefined;
    return `\n\n${[...lines, ...(leaves.length > mostLeaves ? ['- …'] : [])].join('\n')}`;
  }
  return undefined;
}

interface Scene {
  readonly merged: Merged;
  /** The fragment that is looked at. */
  readonly from: RaisedFragment;
  readonly point: Point;
  readonly context: EffectiveContext;
}

/** The value of a leaf and who says something of it; undefined when a contradiction is left and nobody else is part of it. */
function sentence(leaf: Found, { merged, from, context }: Scene): string | undefined {
  const others = merged.fragments.flatMap((fragment): readonly Said[] => {
    const value = follow(fragment.config, leaf.steps);
    return value === undefined || value.origin === leaf.value.origin ? [] : [{ value, fragment }];
  });
  const place = ({ value, fragment }: Said): string => placeOf(value, fragment.fragment.document, context);
  if (merged.result === undefined) {
    if (others.length === 0) return undefined;
    const said = others.map((other) => `${show(other.value, leaf)} ${place(other)}`);
    return `not merged, as there are errors; the others say ${said.join(', ')}`;
  }
  const giver =
    merged.fragments.find(({ fragment }) => fragment.document.uri === leaf.value.origin.location.uri) ?? from;
  const parts = [`${show(leaf.value, leaf)}, set ${place({ value: leaf.value, fragment: giver })}`];
  const same = others.filter(({ value }) => sameValue(value, leaf.value));
  const lost = others.filter(({ value }) => !sameValue(value, leaf.value));
  if (same.length > 0) parts.push(`and ${same.map(place).join(', ')}`);
  if (lost.length > 0) {
    parts.push(`overrides ${lost.map((other) => `${show(other.value, leaf)} ${place(other)}`).join(', ')}`);
  }
  return parts.join('; ').replace('; and ', ' and ');
}

interface Said {
  readonly value: OutNode;
  readonly fragment: RaisedFragment;
}

function placeOf({ origin }: OutNode, document: Document, { isHere, link }: EffectiveContext): string {
  const { uri, range } = origin.location;
  const by = origin.by === undefined ? '' : ` (by \`${origin.by}\`)`;
  const { line } = document.lines.at(Math.min(range.start, document.text.length));
  return `${isHere(uri) ? `here, line ${line}` : `in ${link(uri, line)}`}${by}`;
}

const longestShown = 60;

/** A value in one line. What is secret in one file is not shown beside another. */
function show(value: OutNode, { field, path }: Found): string {
  if (/passwordHash$|keyFile\b/.test(path)) return '(secret)';
  if (value.kind === 'int') return field?.role === 'mode' ? `\`0${value.value.toString(8)}\`` : `\`${value.value}\``;
  if (value.kind === 'bool') return `\`${value.value}\``;
  if (value.kind !== 'text') return '(empty)';
  return quoted(textOf(value.value));
}

function textOf(text: string): string {
  if (!text.startsWith('data:')) return text;
  const decoded = decodeDataUrl(text);
  if ('error' in decoded) return text;
  return isUtf8(decoded.bytes) ? decodeUtf8(decoded.bytes) : `(${decoded.bytes.length} bytes)`;
}

function quoted(text: string): string {
  return `\`${shorten(text.trimEnd(), longestShown).replaceAll('`', 'ˋ')}\``;
}

/** The value of a fragment that was made of a binding. What sugar makes counts only where it is one plain value. */
function findOrigin(
  { config }: RaisedFragment,
  { node: { range } }: Binding,
  point: Point,
  { isHere }: EffectiveContext,
): Found | undefined {
  const open: Found[] = [{ steps: [], path: '', value: config, spec: configSpec, field: undefined }];
  for (let found = open.pop(); found !== undefined; found = open.pop()) {
    const { origin, kind } = found.value;
    const at = origin.location;
    const isWritten = origin.by === undefined || (kind !== 'object' && kind !== 'list' && !isEmpty(found.value));
    const isSame = at.range.start === range.start && at.range.end === range.end && isHere(at.uri);
    if (isSame && isWritten && found.steps.length > 0) return found;
    append(open, [...childrenOf(found, point)].reverse());
  }
  return undefined;
}

/** Sugar writes `compression: ""` beside every text. */
function isEmpty(value: OutNode): boolean {
  return value.kind === 'text' && value.value === '';
}

function leavesOf(found: Found, point: Point): readonly Found[] {
  if (found.value.kind !== 'object' && found.value.kind !== 'list') return [found];
  return childrenOf(found, point).flatMap((child) => leavesOf(child, point));
}

function childrenOf({ steps, path, value, spec, field }: Found, point: Point): readonly Found[] {
  if (value.kind === 'object' && spec.kind === 'object') {
    return [...fieldsOf(spec, point, 'output')].flatMap(([name, each]): readonly Found[] => {
      const member = value.fields[name];
      if (member === undefined) return [];
      const out = outName(name, each);
      const below = path === '' ? out : `${path}.${out}`;
      return [{ steps: [...steps, { field: name }], path: below, value: member, spec: each.node, field: each }];
    });
  }
  if (value.kind !== 'list' || spec.kind !== 'list' || spec.merge.by !== 'key') return [];
  const { key: list } = spec.merge;
  return value.items.map((item): Found => {
    const key = itemKey(item, list);
    const below = list === 'value' ? path : `${path}[${key}]`;
    return { steps: [...steps, { key, list }], path: below, value: item, spec: spec.item, field };
  });
}

/** The value at the same place of another config. */
function follow(root: OutNode, steps: readonly Step[]): OutNode | undefined {
  let at: OutNode | undefined = root;
  for (const step of steps) {
    if ('field' in step) at = at?.kind === 'object' ? at.fields[step.field] : undefined;
    else at = at?.kind === 'list' ? keyedItem(at, step.list, step.key) : undefined;
  }
  return at;
}
