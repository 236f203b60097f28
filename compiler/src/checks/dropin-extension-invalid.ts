import { systemd } from '../../../spec/shapes/systemd.ts';
import { nearest } from '../text/edit-distance.ts';
import { check, memberPlace } from './shared/check.ts';
import { extensionOf } from './shared/unit-files.ts';
import { quoted } from './shared/words.ts';

const { suffixes = [] } = systemd.fields.units.node.item.fields.dropins.node.item.fields.name;

export default check({
  code: 'dropin-extension-invalid',
  severity: 'error',
  docs: {
    what: 'The name of a drop-in does not end in `.conf`.',
    why: 'systemd reads no other files in the drop-in directory of a unit.',
    fix: 'Add `.conf`; a number in front, as in `10-env.conf`, gives the order.',
  },
  side: 'output',
  on: 'systemd.units[].dropins[]',
  run(dropin, context) {
    const name = dropin.fields.name?.value ?? '';
    if (suffixes.includes(extensionOf(name))) return;
    const place = memberPlace(dropin, 'name');
    if (name === '') {
      context.report(place, 'the drop-in has no `name`; give it one such as `10-env.conf`');
      return;
    }
    const extension = extensionOf(name);
    const stem = nearest(extension, suffixes) === undefined ? name : name.slice(0, name.length - extension.length);
    const suggestion = stem + (suffixes[0] ?? '');
    const message = `${quoted(name)} does not end in \`.conf\`, so systemd does not read it; write ${quoted(suggestion)}`;
    context.report(place, message, { data: { suggestion } });
  },
});
