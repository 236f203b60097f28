// Files, directories and links of all fragments, by their path.
import type { Given } from '../../../merge/fold-context.ts';
import type { OutObject, OutText } from '../../../output/nodes.ts';
import type { ConflictContext } from './conflict.ts';

export type Node = OutObject<{ readonly path?: OutText | undefined }>;
export type NodeList = 'files' | 'directories' | 'links';

const memo = new WeakMap<ConflictContext, ReadonlyMap<string, readonly Given<Node>[]>>();

/** All of them; made once for each merge. */
export function nodesOf(context: ConflictContext): ReadonlyMap<string, readonly Given<Node>[]> {
  let nodes = memo.get(context);
  if (nodes === undefined) {
    nodes = byPath(context, ['files', 'directories', 'links']);
    memo.set(context, nodes);
  }
  return nodes;
}

export function byPath(
  context: ConflictContext,
  lists: readonly NodeList[],
): ReadonlyMap<string, readonly Given<Node>[]> {
  const nodes = new Map<string, Given<Node>[]>();
  for (const [from, { fields }] of context.configs.entries()) {
    for (const list of lists) {
      for (const value of fields.storage?.fields[list]?.items ?? []) {
        const path = value.fields.path?.value ?? '';
        const known = nodes.get(path);
        if (known) known.push({ from, value });
        else nodes.set(path, [{ from, value }]);
      }
    }
  }
  return nodes;
}
