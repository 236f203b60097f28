// The section `networkd` of Container Linux Configs: its units are files now.
import type { Document } from '../../document.ts';
import { insertEntry, insertItem, insertValue } from '../../edit/insert.ts';
import { removeEntry } from '../../edit/remove.ts';
import type { Data } from '../../edit/write-value.ts';
import type { Pair, SyntaxNode } from '../../syntax/nodes.ts';
import type { TextEdit } from '../../text/edit.ts';
import { holdsAnchor, nodeOf, pairOf } from './find.ts';

const directory = '/etc/systemd/network';

/** Makes files of the units of `networkd`; nothing when there is more in the section than names and contents. */
export function networkdToFiles(document: Document, section: Pair): readonly TextEdit[] {
  const { root } = document;
  const units = nodeOf(section.value, ['units']);
  if (root.kind !== 'map' || units?.kind !== 'seq' || holdsAnchor(section.value)) return [];
  const files = units.items.map(fileOf);
  const known = files.flatMap((file) => (file === undefined ? [] : [file]));
  const isWhole = section.value.kind === 'map' && section.value.pairs.length === 1;
  if (!isWhole || known.length === 0 || known.length < files.length) return [];
  const removal = removeEntry(document, root, root.pairs.indexOf(section));
  if (removal === undefined) return [];
  const storage = pairOf(root, 'storage');
  const before = root.pairs.indexOf(section) - 1;
  if (storage === undefined) return [...removal, ...insertEntry(document, root, 'storage', { files: known }, before)];
  if (storage.value.kind === 'missing') return [...removal, ...insertValue(document, storage, { files: known })];
  if (storage.value.kind !== 'map') return [];
  const list = nodeOf(storage.value, ['files']);
  if (list === undefined) return [...removal, ...insertEntry(document, storage.value, 'files', known)];
  return list.kind === 'seq' ? [...removal, ...known.flatMap((file) => insertItem(document, list, file))] : [];
}

function fileOf(unit: SyntaxNode): Data | undefined {
  const [name, contents] = [nodeOf(unit, ['name']), nodeOf(unit, ['contents'])];
  if (unit.kind !== 'map' || unit.pairs.length !== 2 || name?.kind !== 'scalar' || contents?.kind !== 'scalar')
    return undefined;
  return { path: `${directory}/${name.text}`, contents: { inline: contents.text } };
}
