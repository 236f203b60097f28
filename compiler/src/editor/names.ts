// The names that a config defines and the places that use them: users, groups, units, partition labels, arrays, volumes,
// filesystem labels, paths, anchors. For completion, definition and references. Reads bindings only.
import type { Field } from '../../../spec/model.ts';
import { append } from '../append.ts';
import type { Binding } from '../binding.ts';
import type { Document } from '../document.ts';
import { regionOf, writtenScalar } from '../embedded/region.ts';
import type { ScalarNode, SyntaxNode } from '../syntax/nodes.ts';
import type { SourceRange } from '../text/range.ts';
import { ignitionPage } from './machine-config.ts';

export type NameKind = 'user' | 'group' | 'unit' | 'label' | 'array' | 'volume' | 'filesystem' | 'path' | 'anchor';

export interface Name {
  readonly kind: NameKind;
  readonly text: string;
  /** Where the name is written: in a longer text only its part of it. */
  readonly range: SourceRange;
  readonly isDefinition: boolean;
}

/** All names of a config, definitions and uses, in source order. */
export function namesOf(document: Document, root: Binding | undefined): readonly Name[] {
  const names: Name[] = [];
  if (root) walk(root, '', (name) => names.push(name), document);
  anchors(document.root, (name) => names.push(name));
  return names.sort((one, other) => one.range.start - other.range.start);
}

/** The texts of the definitions of one kind. */
export function definedNames(names: readonly Name[], kind: NameKind): readonly string[] {
  return [...new Set(names.filter((name) => name.isDefinition && name.kind === kind).map(({ text }) => text))];
}

type Report = (name: Name) => void;

/** Where names are defined, by the page of their field. */
const definitions: Readonly<Record<string, NameKind>> = {
  'passwd.users[].name': 'user',
  'passwd.groups[].name': 'group',
  'systemd.units[].name': 'unit',
  'storage.disks[].partitions[].label': 'label',
  'storage.raid[].name': 'array',
  'storage.luks[].name': 'volume',
  'storage.filesystems[].label': 'filesystem',
  'storage.filesystems[].path': 'path',
  'storage.files[].path': 'path',
  'storage.directories[].path': 'path',
  'storage.links[].path': 'path',
  'storage.trees[].path': 'path',
};

/** Fields that lead to what stands at a path, by their pages. */
const pathUses: ReadonlySet<string> = new Set(['storage.links[].target', 'passwd.users[].home_dir']);

/** How devices are named that a config makes. */
export const devicePrefixes: readonly { readonly prefix: string; readonly kind: NameKind }[] = [
  { prefix: '/dev/disk/by-partlabel/', kind: 'label' },
  { prefix: '/dev/md/', kind: 'array' },
  { prefix: '/dev/disk/by-id/dm-name-', kind: 'volume' },
  { prefix: '/dev/mapper/', kind: 'volume' },
  { prefix: '/dev/disk/by-label/', kind: 'filesystem' },
];

function walk(binding: Binding, page: string, report: Report, document: Document): void {
  if (binding.scalar?.kind === 'text') scalarNames(binding, page, report, document);
  if (binding.members) {
    for (const [name, member] of binding.members) {
      walk(member, page === '' ? name : ignitionPage(`${page}.${name}`), report, document);
    }
  }
  if (binding.items) for (const item of binding.items) walk(item, `${page}[]`, report, document);
}

function scalarNames(binding: Binding, page: string, report: Report, document: Document): void {
  if (!binding.inPlace || binding.node.kind !== 'scalar' || binding.scalar?.kind !== 'text') return;
  const { scalar } = binding;
  const { value } = scalar;
  const node = writtenScalar(binding.node);
  if (node === undefined) return;
  if (value === '') return;
  const name = (kind: NameKind, text: string, range: SourceRange, isDefinition: boolean): void =>
    report({ kind, text, range, isDefinition });
  const defined = definitions[page];
  if (defined) {
    name(defined, value, inner(node), true);
    return;
  }
  if (pathUses.has(page)) {
    name('path', value, inner(node), false);
    return;
  }
  const field: Field | undefined = binding.field ?? binding.parent?.field;
  if (field?.role === 'user-name') name('user', value, inner(node), false);
  else if (field?.role === 'group-name') name('group', value, inner(node), false);
  else if (field?.role === 'unit-text') unitNames(node, document, report);
  else if (field?.role === 'device') deviceName(value, node, report);
}

function deviceName(value: string, node: ScalarNode, report: Report): void {
  const found = devicePrefixes.find(({ prefix }) => value.startsWith(prefix));
  if (found === undefined) return;
  const range = inner(node);
  const text = value.slice(found.prefix.length);
  report({ kind: found.kind, text, range: { start: range.end - text.length, end: range.end }, isDefinition: false });
}

/** Directives whose values are names of units. */
const unitDirectives =
  /^(After|Before|Requires|Requisite|Wants|WantedBy|RequiredBy|UpheldBy|BindsTo|PartOf|Upholds|Conflicts|Also|Unit|Sockets|OnFailure|OnSuccess|Triggers|PropagatesReloadTo|ReloadPropagatedFrom|JoinsNamespaceOf)[ \t]*=(.*)$/gm;

/** Absolute paths: programs, environment files, conditions. */
const unitPaths = /(?<![\w./%$}~-])\/[\w@+][\w./@+-]*[\w@+]/g;

function unitNames(node: ScalarNode, { text }: Document, report: Report): void {
  const region = regionOf(node, text);
  if (region === undefined) return;
  for (const match of region.text.matchAll(unitDirectives)) {
    const start = match.index + match[0].length - (match[2] ?? '').length;
    for (const { 0: word, index } of (match[2] ?? '').matchAll(/[^\s]+/g)) {
      const range = region.toSourceRange({ start: start + index, end: start + index + word.length });
      report({ kind: 'unit', text: word, range, isDefinition: false });
    }
  }
  for (const { 0: path, index } of region.text.matchAll(unitPaths)) {
    const range = region.toSourceRange({ start: index, end: index + path.length });
    report({ kind: 'path', text: path, range, isDefinition: false });
  }
}

/** A scalar without its quotes. */
function inner({ style, valueRange }: ScalarNode): SourceRange {
  const isQuoted = style === 'single' || style === 'double';
  return isQuoted
    ? { start: valueRange.start + 1, end: Math.max(valueRange.start + 1, valueRange.end - 1) }
    : valueRange;
}

function anchors(root: SyntaxNode, report: Report): void {
  const open: SyntaxNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.anchor) {
      const { text, range } = node.anchor;
      report({ kind: 'anchor', text: text.replace(/^&/, ''), range, isDefinition: true });
    }
    if (node.kind === 'alias') report({ kind: 'anchor', text: node.name, range: node.range, isDefinition: false });
    else if (node.kind === 'map') for (const { key, value } of node.pairs) open.push(key, value);
    else if (node.kind === 'seq') append(open, node.items);
  }
}
