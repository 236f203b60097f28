// Takes an item out of a list of a section, such as a unit, with the list and the section where they would be left empty.
import type { Document } from '../../document.ts';
import { removeEntry, removeItem } from '../../edit/remove.ts';
import { lineEnd } from '../../edit/source.ts';
import { nodeOf, pairOf } from '../../fix/shared/find.ts';
import { commentTexts } from '../../format/comments.ts';
import type { TextEdit } from '../../text/edit.ts';

/** The edits, or why they must not be made. `path`: of the list, such as `systemd.units`. */
export function removeListed(
  document: Document,
  [section, list]: readonly [string, string],
  index: number,
): readonly TextEdit[] | string {
  const { root, text } = document;
  const [holder, items] = [nodeOf(root, [section]), nodeOf(root, [section, list])];
  if (root.kind !== 'map' || holder?.kind !== 'map' || items?.kind !== 'seq') return 'it is not written out';
  const [sectionPair, listPair, item] = [pairOf(root, section), pairOf(holder, list), items.items[index]];
  if (sectionPair === undefined || listPair === undefined || item === undefined) return 'it is not written out';
  const isOnlyItem = items.items.length === 1;
  const isOnlyEntry = isOnlyItem && holder.pairs.length === 1;
  const { start, end } = (isOnlyEntry ? sectionPair : isOnlyItem ? listPair : item).range;
  if (commentTexts(document, { start, end: lineEnd(text, end) }).length > 0) return 'its comments would be lost';
  const removal = isOnlyEntry
    ? removeEntry(document, root, root.pairs.indexOf(sectionPair))
    : isOnlyItem
      ? removeEntry(document, holder, holder.pairs.indexOf(listPair))
      : removeItem(document, items, index);
  return removal ?? 'an alias elsewhere stands for a part of it';
}
