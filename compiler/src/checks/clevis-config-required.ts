import { since } from '../../../spec/dsl.ts';
import { isOpen } from '../../../spec/gate.ts';
import { check, memberPlace } from './shared/check.ts';

/** From here on asking for the network counts as using `custom`. */
const networkCounts = since('3.3.0');

export default check({
  code: 'clevis-config-required',
  severity: 'error',
  docs: {
    what: 'A custom Clevis setup has a `pin` (since Ignition 3.3.0 also: `needs_network: true`) and no `config`.',
    why: 'A pin does nothing without its configuration; `clevis luks bind` would refuse it.',
    fix: 'Add `config` with the JSON text for the pin, such as `config: "{}"` for `tpm2`.',
  },
  side: 'output',
  on: 'storage.luks[].clevis.custom',
  run(custom, context) {
    const { pin, config, needs_network } = custom.fields;
    const isUsed = pin?.value || (needs_network?.value && isOpen(networkCounts, context.point));
    if (config?.value || !isUsed) return;
    context.report(memberPlace(custom, 'config'), '`custom` needs a `config`: the JSON text that is handed to the pin');
  },
});
