// The outline of a config: sections, and in them the things that they are about, by their names. From bindings alone.
import type { Binding } from '../binding.ts';
import type { SourceRange } from '../text/range.ts';

export type SymbolKind = 'section' | 'file' | 'directory' | 'link' | 'unit' | 'user' | 'group' | 'disk' | 'item';

export interface ConfigSymbol {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly detail?: string;
  readonly range: SourceRange;
  /** The name's own place, inside `range`. */
  readonly nameRange: SourceRange;
  readonly children: readonly ConfigSymbol[];
}

/** What the items of a list are, by the list's name. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  files: 'file',
  directories: 'directory',
  trees: 'directory',
  links: 'link',
  units: 'unit',
  quadlets: 'unit',
  dropins: 'unit',
  users: 'user',
  groups: 'group',
  disks: 'disk',
  partitions: 'disk',
  raid: 'disk',
  luks: 'disk',
  filesystems: 'disk',
};

/** Members by which an item is known, the best first. */
const nameKeys = ['path', 'name', 'device', 'label', 'source', 'local', 'url', 'number'] as const;

/** The outline of a config. */
export function symbolsOf(root: Binding): readonly ConfigSymbol[] {
  return membersOf(root);
}

function membersOf(binding: Binding): readonly ConfigSymbol[] {
  return [...(binding.members ?? [])].flatMap(([name, member]) => {
    const pair = member.node.parent;
    if (!member.inPlace || pair?.kind !== 'pair') return [];
    const children = member.items ? itemsOf(name, member) : membersOf(member);
    const isShown = children.length > 0 || (member.members && (binding.parent === undefined || holdsConfig(member)));
    if (!isShown) return [];
    return [{ name, kind: 'section', range: pair.range, nameRange: pair.key.range, children } as const];
  });
}

/** What the embedded config consists of will be shown below it. */
function holdsConfig({ members }: Binding): boolean {
  return members?.get('inline')?.field?.role === 'embedded-config';
}

function itemsOf(list: string, { items = [] }: Binding): readonly ConfigSymbol[] {
  return items.flatMap((item, index) => {
    if (!item.inPlace || item.members === undefined) return [];
    const named = nameKeys.map((key) => item.members?.get(key)).find((member) => member?.scalar !== undefined);
    const scalar = named?.scalar;
    const name = scalar === undefined || scalar.value === '' ? `${list} ${index + 1}` : String(scalar.value);
    const nameRange = named?.inPlace ? named.node.range : startOf(item.node.range);
    const about = detailOf(item);
    return [
      {
        name,
        kind: kinds[list] ?? 'item',
        ...(about === undefined ? {} : { detail: about }),
        range: item.node.range,
        nameRange,
        children: membersOf(item).flatMap((member) => (member.kind === 'section' ? member.children : [member])),
      },
    ];
  });
}

function detailOf({ members }: Binding): string | undefined {
  const mode = members?.get('mode')?.scalar;
  if (mode?.kind === 'int') return `0${mode.value.toString(8)}`;
  for (const key of ['format', 'level', 'target']) {
    const scalar = members?.get(key)?.scalar;
    if (scalar?.kind === 'text') return scalar.value;
  }
  return undefined;
}

function startOf({ start }: SourceRange): SourceRange {
  return { start, end: start };
}

/** All symbols of an outline that are things and not sections. */
export function thingsIn(symbols: readonly ConfigSymbol[]): readonly ConfigSymbol[] {
  return symbols.flatMap((symbol) => [...(symbol.kind === 'section' ? [] : [symbol]), ...thingsIn(symbol.children)]);
}
