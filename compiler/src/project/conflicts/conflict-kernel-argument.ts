import type { Given } from '../../merge/fold-context.ts';
import type { OutText } from '../../output/nodes.ts';
import { areSeveral, byKey, defineConflict, givenBy } from './shared/conflict.ts';

export default defineConflict({
  code: 'conflict-kernel-argument',
  severity: 'error',
  docs: {
    what: 'A kernel argument is wanted in one fragment and unwanted in another.',
    why: 'It cannot be on the command line and not be there.',
    fix: 'Remove one of the two, or say which one is to win: list its fragment under `override`, or write `# kindling: override` at the entry.',
  },
  claims: ({ kind, path }) => kind === 'group' && path === 'kernel_arguments.kernel_arguments',
  describe: ({ subject }) => describe(subject),
  find(context) {
    // The operator of OpenShift has a list of its own.
    const unwanted = byKey(
      givenBy(context, ({ fields }) => fields.kernel_arguments?.fields.should_not_exist?.items),
      textOf,
    );
    if (unwanted.size === 0) return;
    for (const wanted of givenBy(context, ({ fields }) => fields.openshift?.fields.kernel_arguments?.items)) {
      const given = [...(unwanted.get(wanted.value.value) ?? []), wanted];
      if (areSeveral(given)) context.report({ given, message: describe(wanted.value.value) });
    }
  },
});

function textOf({ value }: Given<OutText>): string {
  return value.value;
}

function describe(argument: string): string {
  return `the kernel argument \`${argument}\` is wanted and unwanted`;
}
