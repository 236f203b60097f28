// The second of two entries of a list that are the same.
import { removeItem } from '../../edit/remove.ts';
import { isSameTree } from '../../format/same-tree.ts';
import { defineFix } from '../fix.ts';
import { nodeAt } from '../shared/find.ts';

export default defineFix({
  code: 'duplicate-entry',
  fixes({ diagnostic, document }) {
    const node = nodeAt(document.root, diagnostic.location.range);
    const place = diagnostic.notes?.[0]?.location;
    const first = place && nodeAt(document.root, place.range);
    const list = node?.parent;
    if (node === undefined || list?.kind !== 'seq' || first === undefined) return [];
    const isSame = first.parent === list && isSameTree(first, node);
    const edits = removeItem(document, list, list.items.indexOf(node)) ?? [];
    return [{ title: 'remove the second entry', edits, safe: isSame, isPreferred: isSame }];
  },
});
