// A mount or swap unit as `with_mount_unit` would make it, beside the file system that it mounts.
import type { Document } from '../../document.ts';
import { insertEntry } from '../../edit/insert.ts';
import { replaceVerbatim } from '../../edit/replace.ts';
import { nodeOf, pairOf } from '../../fix/shared/find.ts';
import type { Host } from '../../host.ts';
import { readDocument } from '../../read-document.ts';
import type { MapNode, SyntaxNode } from '../../syntax/nodes.ts';
import { applyEdits } from '../../text/edit.ts';
import type { SourceRange } from '../../text/range.ts';
import { escapeSystemdPath } from '../../text/systemd-escape.ts';
import { attempt, type Sugared } from './attempt.ts';
import { removeListed } from './remove-listed.ts';

/** Replaces all units that can be, one after the other: each changes the lists that the others are in. */
export function useMountUnits(state: Sugared, host: Host): Sugared {
  const filesystems = nodeOf(state.document.root, ['storage', 'filesystems']);
  if (filesystems?.kind !== 'seq') return state;
  return filesystems.items.reduce((at, _, index) => useMountUnit(at, index, host), state);
}

function useMountUnit(state: Sugared, index: number, host: Host): Sugared {
  const { document } = state;
  const filesystem = nodeOf(document.root, ['storage', 'filesystems', index]);
  if (filesystem?.kind !== 'map') return state;
  const present = pairOf(filesystem, 'with_mount_unit');
  if (present && textOf(present.value) === 'true') return state;
  const unit = unitOf(document, filesystem);
  if (unit === undefined) return state;
  const keep = (reason: string): Sugared => {
    const message = `the unit \`${unit.name}\` stays: ${reason}`;
    return { ...state, notes: [...state.notes, { message, range: unit.place }] };
  };
  const added = present
    ? replaceVerbatim(document, present.value, 'true')
    : insertEntry(document, filesystem, 'with_mount_unit', true);
  const next = readDocument(applyEdits(document.text, added), document.uri);
  const removal = removeListed(next, ['systemd', 'units'], unit.index);
  if (typeof removal === 'string') return keep(removal);
  const message = `\`with_mount_unit\` takes the place of the unit \`${unit.name}\``;
  const range = (pairOf(filesystem, 'path') ?? filesystem).range;
  const result = attempt({ ...state, notes: [...state.notes, { message, range }] }, [added, removal], host);
  return typeof result === 'string' ? keep(result) : result;
}

interface Found {
  readonly name: string;
  readonly index: number;
  readonly place: SourceRange;
}

/** The unit that has the name which the sugar would give it. */
function unitOf({ root }: Document, filesystem: MapNode): Found | undefined {
  const units = nodeOf(root, ['systemd', 'units']);
  if (units?.kind !== 'seq') return undefined;
  const [path, device] = [pairOf(filesystem, 'path'), pairOf(filesystem, 'device')].map((pair) => textOf(pair?.value));
  const names = [
    ...(path === undefined ? [] : [`${escapeSystemdPath(path)}.mount`]),
    ...(device === undefined ? [] : [`${escapeSystemdPath(device)}.swap`]),
  ];
  for (const [index, item] of units.items.entries()) {
    const name = item.kind === 'map' ? textOf(pairOf(item, 'name')?.value) : undefined;
    if (name !== undefined && names.includes(name)) return { name, index, place: item.range };
  }
  return undefined;
}

function textOf(node: SyntaxNode | undefined): string | undefined {
  const value = node?.kind === 'alias' ? node.target : node;
  return value?.kind === 'scalar' ? value.text : undefined;
}
