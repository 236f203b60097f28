import { layoutsByOtherNames } from '../../../spec/boot-layouts.ts';
import { bootDevice } from '../../../spec/shapes/boot-device.ts';
import { allowedValues } from './shared/allowed-values.ts';
import { check } from './shared/check.ts';
import { didYouMean, oneOf } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'boot-device-layout-unknown',
  severity: 'error',
  docs: {
    what: 'The layout of the boot device is none that the spec knows.',
    why: 'The layout says which partitions the image has on this architecture; without it they cannot be mirrored or encrypted.',
    fix: 'Use one of the layouts that the message names. Those of s390x need fcos 1.6.0 or openshift 4.19.0.',
  },
  side: 'source',
  on: 'boot_device.layout',
  run(layout, context) {
    const allowed = allowedValues(bootDevice.fields.layout, context.point);
    if (allowed.includes(layout.value)) return;
    const meant = layoutsByOtherNames.get(layout.value.toLowerCase());
    const advice = meant ? `${oneOf(allowed)}; did you mean \`${meant}\`?` : didYouMean(layout.value, allowed);
    context.report(layout, `layout ${quoted(layout.value)} is unknown here; use ${advice}`);
  },
});
