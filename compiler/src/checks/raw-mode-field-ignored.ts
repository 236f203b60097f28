import { Binding } from '../binding.ts';
import { check } from './shared/check.ts';

export default check({
  code: 'raw-mode-field-ignored',
  severity: 'warning',
  docs: {
    what: 'A setting of the section `openshift` is used, and the output is bare Ignition JSON.',
    why: 'Such settings belong to the MachineConfig around the Ignition config. Raw mode leaves that away, so that they have no effect.',
    fix: 'Compile without `--raw` for a MachineConfig, or remove the setting. For kernel arguments in raw mode use `kernel_arguments`.',
  },
  side: 'source',
  on: 'openshift',
  run({ fields }, context) {
    if (!context.raw) return;
    for (const [name, value] of Object.entries(fields)) {
      // A null list is empty everywhere else; only here it counts as not written.
      if (value === undefined || (value.origin instanceof Binding && value.origin.status === 'null')) continue;
      context.report(value, `\`${name}\` has no effect in raw mode; compile without \`--raw\`, or remove it`);
    }
  },
});
