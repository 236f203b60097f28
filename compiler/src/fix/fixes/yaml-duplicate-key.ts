// One of two entries with the same key; which one, only where they say the same.
import { isSameTree } from '../../format/same-tree.ts';
import { defineFix } from '../fix.ts';
import { nodeAt, pairOfKey } from '../shared/find.ts';
import { removePair } from '../shared/remove-member.ts';

export default defineFix({
  code: 'yaml-duplicate-key',
  fixes(finding) {
    const { diagnostic, document } = finding;
    const pair = pairOfKey(nodeAt(document.root, diagnostic.location.range));
    const place = diagnostic.notes?.[0]?.location;
    const first = place && pairOfKey(nodeAt(document.root, place.range));
    if (pair === undefined || first === undefined || first.parent !== pair.parent) return [];
    const isSame = isSameTree(first.value, pair.value);
    return [
      { title: 'remove the second entry', edits: removePair(finding, pair), safe: isSame, isPreferred: isSame },
      ...(isSame
        ? []
        : [{ title: 'remove the first entry', edits: removePair(finding, first), safe: false, isPreferred: false }]),
    ];
  },
});
