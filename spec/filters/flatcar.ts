// What Flatcar Container Linux refuses.
import type { FilterRule } from '../model.ts';

export default [
  {
    gate: { flatcar: { until: '1.2.0' } },
    path: 'storage.luks[].clevis',
    code: 'clevis-unsupported',
    when: 'set',
    reason: 'Flatcar has no Clevis before flatcar 1.2.0',
  },
  {
    gate: { flatcar: { since: '1.2.0' } },
    path: 'storage.luks[].cex',
    code: 'cex-unsupported',
    when: 'set',
    reason: 'Flatcar has no support for Crypto Express cards',
  },
] as const satisfies readonly FilterRule[];
