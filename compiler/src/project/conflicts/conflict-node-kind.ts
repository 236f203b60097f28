import { defineConflict } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-node-kind',
  severity: 'error',
  docs: {
    what: 'One path is a file in one fragment and a directory or a link in another.',
    why: 'There can be only one thing at a path. Ignition would keep the one that is merged last.',
    fix: 'Remove one of the two, or say which one is to win: list its fragment under `override`, or write `# kindling: override` at the entry.',
  },
  claims: ({ kind, path }) => kind === 'group' && path === 'storage.nodes',
  describe: ({ subject, lists = [] }, context) => {
    void context;
    return `\`${subject}\` is one of ${[...new Set(lists)].map((list) => `\`storage.${list}\``).join(' and one of ')}`;
  },
});
