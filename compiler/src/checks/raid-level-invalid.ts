import { holds } from '../../../spec/gate.ts';
import { raidArray } from '../../../spec/shapes/raid.ts';
import { allowedValues } from './shared/allowed-values.ts';
import { check, memberPlace } from './shared/check.ts';
import { oneOf } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'raid-level-invalid',
  severity: 'error',
  docs: {
    what: 'The `level` of a RAID array is none that Ignition knows. Before Ignition 3.3.0 that goes for a missing level too.',
    why: '`mdadm` would not know how to put the devices together.',
    fix: 'Use `linear`, `raid0`, `raid1`, `raid4`, `raid5`, `raid6` or `raid10`.',
  },
  side: 'output',
  on: 'storage.raid[]',
  run(array, context) {
    const field = raidArray.fields.level;
    const level = array.fields.level?.value ?? '';
    // Where absence can be told from an empty text, a missing level is a finding of its own.
    if (level === '' && holds(field.nullable, context.point)) return;
    const allowed = allowedValues(field, context.point);
    if (allowed.includes(level)) return;
    const meant = allowed.find((name) => name === level.toLowerCase().replace(/[-_ ]/g, ''));
    const place = memberPlace(array, 'level');
    if (level === '') {
      context.report(place, 'no `level` is given; add one such as `level: raid1`');
    } else if (meant !== undefined) {
      const message = `there is no RAID level ${quoted(level)}; did you mean \`${meant}\`?`;
      context.report(place, message, { data: { suggestion: meant } });
    } else {
      const words = allowed.filter((name) => !/^[0-9]/.test(name));
      context.report(place, `there is no RAID level ${quoted(level)}; use ${oneOf(words)}`);
    }
  },
});
