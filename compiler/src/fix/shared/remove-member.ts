// Fixes that take an entry away.
import { removeEntry } from '../../edit/remove.ts';
import type { Pair } from '../../syntax/nodes.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Finding } from '../fix.ts';

/** Removes an entry; nothing when that would take away what an alias stands for. */
export function removePair({ document }: Pick<Finding, 'document'>, pair: Pair): readonly TextEdit[] {
  return removeEntry(document, pair.parent, pair.parent.pairs.indexOf(pair)) ?? [];
}
