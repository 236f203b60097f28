import { since } from '../../../spec/dsl.ts';
import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'clevis-pin-required',
  severity: 'error',
  docs: {
    what: 'A custom Clevis setup has a `config` or `needs_network: true`, and no `pin`.',
    why: 'The pin is the part of Clevis that the configuration is for.',
    fix: 'Add `pin`, for example `pin: sss`, or use `tang` and `tpm2` instead of `custom`.',
  },
  gate: since('3.3.0'),
  side: 'output',
  on: 'storage.luks[].clevis.custom',
  run(custom, context) {
    const { pin, config, needs_network } = custom.fields;
    if (pin?.value || !(config?.value || needs_network?.value)) return;
    context.report(memberPlace(custom, 'pin'), '`custom` needs a `pin`; name one such as `sss`, `tang` or `tpm2`');
  },
});
