import { defineConflict } from './shared/conflict.ts';
import { describeField } from './shared/show-value.ts';

export default defineConflict({
  code: 'conflict-order',
  severity: 'error',
  docs: {
    what: 'Two fragments add to a list whose order has a meaning: pieces appended to a file, options of a command, configs to be merged.',
    why: 'The result would depend on which fragment comes first, and the order of fragments has no meaning.',
    fix: 'Give the whole list in one fragment, or give the same list in both. A fragment under `override` comes last.',
  },
  claims: ({ kind }) => kind === 'order',
  describe: (clash) => `the order of ${describeField(clash)} matters, and more than one fragment adds to it`,
});
