import type { Clash } from '../../merge/fold-context.ts';
import { defineConflict } from './shared/conflict.ts';
import { quotedList } from './shared/shared-key.ts';
import { describeField, showValue } from './shared/show-value.ts';

const conflict = defineConflict({
  code: 'conflict-order',
  severity: 'error',
  docs: {
    what: 'Two fragments add to a list whose order has a meaning: pieces appended to a file, options of a command, configs to be merged. Of kernel arguments the fragments give those of one key in different orders; or, which is a warning, several of them give a `console=` and none says which one comes last.',
    why: 'The result would depend on which fragment comes first, and the order of fragments has no meaning. The last `console=` is the one on which the machine can be used.',
    fix: 'Give the whole list, or the kernel arguments of that key, in one fragment; or give the same list in both. A fragment under `override` comes last.',
  },
  claims: ({ kind }) => kind === 'order',
  describe: (clash) => {
    if (!isAboutArguments(clash))
      return `the order of ${describeField(clash)} matters, and more than one fragment adds to it`;
    return `the order of the kernel arguments \`${clash.subject}\` matters, and the fragments contradict each other about it`;
  },
});

/** The message about arguments of which the last one is special, where nobody says which that is. */
function undecided(clash: Clash): string {
  const shown = [...new Set(clash.given.map(({ value }) => showValue(value, '') ?? ''))];
  return `the last kernel argument \`${clash.subject}\` has a meaning of its own, and nothing says which of ${quotedList(shown.map((each) => each.replaceAll('`', '')))} it is; give them in their order in one fragment`;
}

function isAboutArguments({ given }: Clash): boolean {
  return given.every(({ value }) => value.kind === 'text');
}

export default { ...conflict, undecided };
