import { filesystem as filesystemSpec } from '../../../spec/shapes/filesystems.ts';
import { nearest } from '../text/edit-distance.ts';
import { allowedValues } from './shared/allowed-values.ts';
import { check } from './shared/check.ts';
import { ignitionPoint } from './shared/ignition-point.ts';
import { didYouMean } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'filesystem-format-invalid',
  severity: 'error',
  docs: {
    what: 'The `format` of a filesystem is none that Ignition can make.',
    why: 'Ignition has a tool for each of its formats and knows no others.',
    fix: 'Use `ext4`, `btrfs`, `xfs`, `vfat` or `swap`; since Ignition 3.3.0 `none` leaves the device unformatted.',
  },
  side: 'output',
  on: 'storage.filesystems[].format',
  run(format, context) {
    const field = filesystemSpec.fields.format;
    if (allowedValues(field, ignitionPoint(context.point)).includes(format.value)) return;
    // What the variant refuses is nothing to propose.
    const proposed = allowedValues(field, context.point).filter((value) => value !== '');
    const suggestion = nearest(format.value, proposed);
    const message = `there is no format ${quoted(format.value)}; use ${didYouMean(format.value, proposed)}`;
    context.report(format, message, suggestion === undefined ? {} : { data: { suggestion } });
  },
});
