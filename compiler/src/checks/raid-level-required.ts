import { since } from '../../../spec/dsl.ts';
import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'raid-level-required',
  severity: 'error',
  docs: {
    what: 'A RAID array has no `level`.',
    why: 'The level says whether the devices mirror each other or share the data; there is no default.',
    fix: 'Add `level`, for example `level: raid1` for a mirror.',
  },
  gate: since('3.3.0'),
  side: 'output',
  on: 'storage.raid[]',
  run(array, context) {
    if (array.fields.level?.value) return;
    context.report(memberPlace(array, 'level'), 'no `level` is given; add one such as `level: raid1`');
  },
});
