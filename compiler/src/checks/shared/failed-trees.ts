// Trees fill in contents and targets that entries leave open. When a tree could not be read, nobody knows which.
import type { CheckContext } from './check.ts';

/** Whether a tree that could not be read may have been meant to fill in the entry at `path`. */
export function mayBeFilledIn(path: string, context: CheckContext): boolean {
  const trees = context.config.fields.storage?.fields.trees?.items ?? [];
  // Without a files directory only the first of them is faulty.
  if (!trees.some((tree) => context.isFaulty(tree.origin.path))) return false;
  return trees.some(({ fields }) => {
    const root = fields.path?.value || '/';
    return path.startsWith(root.endsWith('/') ? root : `${root}/`);
  });
}
