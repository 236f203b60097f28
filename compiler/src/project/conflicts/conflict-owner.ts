import type { Directory } from '../../config.ts';
import type { Given } from '../../merge/fold-context.ts';
import { areSeveral, defineConflict } from './shared/conflict.ts';
import { type Node, nodesOf } from './shared/nodes.ts';

export default defineConflict({
  code: 'conflict-owner',
  severity: 'error',
  docs: {
    what: 'One fragment gives the owner of a file, directory or link by number, another one by name.',
    why: 'Ignition refuses an entry with both, because nobody knows whether they mean the same user or group.',
    fix: 'Use the number in both fragments, or the name.',
  },
  find(context) {
    for (const [path, nodes] of nodesOf(context)) {
      if (nodes.length < 2) continue;
      for (const owner of ['user', 'group'] as const) {
        const ids = nodes.flatMap((each) => memberOf(each, owner, 'id'));
        const names = nodes.flatMap((each) => memberOf(each, owner, 'name'));
        if (ids.length === 0 || names.length === 0 || !areSeveral([...ids, ...names])) continue;
        const message = `the \`${owner}\` of \`${path}\` is given by number and by name`;
        context.report({ given: [...ids, ...names], message });
      }
    }
  },
});

function memberOf({ from, value }: Given<Node>, owner: 'user' | 'group', member: 'id' | 'name'): readonly Given[] {
  // Files, directories and links have the same owners.
  const found = (value as Directory).fields[owner]?.fields[member];
  return found === undefined ? [] : [{ from, value: found }];
}
