import { defineConflict } from './shared/conflict.ts';
import { describeField, showValue } from './shared/show-value.ts';

export default defineConflict({
  code: 'conflict-value',
  severity: 'error',
  docs: {
    what: 'Two fragments give different values for one and the same thing, such as the mode of a file.',
    why: 'Ignition would take the value of the config that is merged last, without a word. Here the order of fragments has no meaning, so nothing says which one is right.',
    fix: 'Remove one of the two, or say which one is to win: list its fragment under `override`, or write `# kindling: override` at the entry.',
  },
  claims: ({ kind }) => kind === 'value',
  describe: (clash, context) => {
    const values = clash.given.flatMap(({ from, value }) => {
      const shown = showValue(value, clash.path);
      return shown === undefined ? [] : [`${shown} in ${context.nameOf(from)}`];
    });
    if (values.length < clash.given.length) return `${describeField(clash)} differs between fragments`;
    return `${describeField(clash)} is ${values.join(' and ')}`;
  },
});
