import { holds, isOpen } from '../../../spec/gate.ts';
import { clevis as clevisField } from '../../../spec/shapes/clevis.ts';
import { allowedValues } from './shared/allowed-values.ts';
import { check, memberPlace } from './shared/check.ts';
import { didYouMean } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'clevis-pin-unknown',
  severity: 'error',
  docs: {
    what: 'The `pin` of a custom Clevis setup is none that Ignition knows. Before Ignition 3.3.0 that goes for a missing pin beside a `config` too.',
    why: 'Before Ignition 3.6.0 only the pins that come with Clevis can be used.',
    fix: 'Use `tpm2`, `tang` or `sss`.',
  },
  gate: { base: { until: '3.6.0' } },
  side: 'output',
  on: 'storage.luks[].clevis.custom',
  run(custom, context) {
    const field = clevisField.node.fields.custom.node.fields.pin;
    const pin = custom.fields.pin?.value ?? '';
    // Where absence can be told from an empty text, a missing pin is a finding of its own.
    if (pin === '' && (holds(field.nullable, context.point) || !custom.fields.config?.value)) return;
    const allowed = allowedValues(field, context.point).filter((value) => value !== '');
    if (allowed.includes(pin) || isOpen(field.valuesOpen, context.point)) return;
    const message =
      pin === ''
        ? `\`custom\` needs a \`pin\`; use ${didYouMean(pin, allowed)}`
        : `there is no pin ${quoted(pin)}; use ${didYouMean(pin, allowed)}`;
    context.report(memberPlace(custom, 'pin'), message);
  },
});
