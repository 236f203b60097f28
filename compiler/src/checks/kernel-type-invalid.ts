import { openshift } from '../../../spec/shapes/openshift.ts';
import { allowedValues } from './shared/allowed-values.ts';
import { check } from './shared/check.ts';
import { didYouMean } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'kernel-type-invalid',
  severity: 'error',
  docs: {
    what: '`openshift.kernel_type` is none of the known kernels.',
    why: 'The Machine Config Operator would refuse the MachineConfig, and the pool of nodes would be degraded.',
    fix: 'Use `default` or `realtime`, or leave it out for the default kernel.',
  },
  gate: { openshift: {} },
  side: 'source',
  on: 'openshift.kernel_type',
  run(kernelType, context) {
    const allowed = allowedValues(openshift.fields.kernel_type, context.point);
    if (allowed.includes(kernelType.value)) return;
    const named = allowed.filter((value) => value !== '');
    const message = `there is no kernel type ${quoted(kernelType.value)}; use ${didYouMean(kernelType.value, named)}`;
    context.report(kernelType, message);
  },
});
