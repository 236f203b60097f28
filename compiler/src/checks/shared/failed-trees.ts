// Trees fill in contents and targets that entries leave open. When a tree could not be read, nobody knows which.
import type { OutObject, OutText } from '../../output/nodes.ts';
import type { CheckContext } from './check.ts';
import { isDamaged } from './damage.ts';

/** Whether a tree may have been meant to fill in an entry, and nobody knows, because one of the two could not be read. */
export function mayBeFilledIn(
  entry: OutObject<{ readonly path?: OutText | undefined }>,
  { config, isFaulty }: CheckContext,
): boolean {
  const trees = config.fields.storage?.fields.trees?.items ?? [];
  if (isDamaged(entry, 'path')) return trees.length > 0;
  if (!isFaulty(['storage', 'trees'])) return false;
  // Without a files directory only the first tree is faulty; and none is left when their list could not be read.
  const path = entry.fields.path?.value ?? '';
  return trees.length === 0 || trees.some(({ fields }) => isBelow(path, fields.path?.value || '/'));
}

function isBelow(path: string, root: string): boolean {
  return path.startsWith(root.endsWith('/') ? root : `${root}/`);
}
