import type { Given } from '../../merge/fold-context.ts';
import type { OutText } from '../../output/nodes.ts';
import { areSeveral, byKey, defineConflict, givenBy } from './shared/conflict.ts';
import { showValue } from './shared/show-value.ts';

export default defineConflict({
  code: 'conflict-kernel-argument',
  severity: 'error',
  docs: {
    what: 'A kernel argument is wanted in one fragment and unwanted in another; or it has different values, and the kernel takes only one, as of `loglevel`.',
    why: 'It cannot be on the command line and not be there; and of several values the kernel would take the last one, though the order of fragments has no meaning.',
    fix: 'Remove one of the two, or say which one is to win: list its fragment under `override`, or write `# kindling: override` at the entry.',
  },
  claims: ({ kind, path }) => kind === 'argument' || (kind === 'group' && path === 'kernel_arguments.kernel_arguments'),
  describe: ({ kind, subject, given }, { nameOf }) => {
    if (kind !== 'argument') return describe(subject);
    const values = given.map(({ from, value }) => `${showValue(value, '') ?? 'given'} in ${nameOf(from)}`);
    return `the kernel argument \`${subject}\` is ${values.join(' and ')}`;
  },
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
