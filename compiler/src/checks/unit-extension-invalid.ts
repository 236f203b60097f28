import { systemd } from '../../../spec/shapes/systemd.ts';
import { nearest } from '../text/edit-distance.ts';
import { check, memberPlace } from './shared/check.ts';
import { oneOf } from './shared/suggestion.ts';
import { extensionOf } from './shared/unit-files.ts';
import { quoted } from './shared/words.ts';

const { suffixes = [] } = systemd.fields.units.node.item.fields.name;

export default check({
  code: 'unit-extension-invalid',
  severity: 'error',
  docs: {
    what: 'The name of a unit does not end in the suffix of a kind of unit, such as `.service`, `.timer` or `.mount`.',
    why: 'systemd tells the kind of a unit by its suffix, and ignores files without one.',
    fix: 'Write the full name: `sshd.service` and not `sshd`. Files of Podman (`.container`, `.volume`) belong under `systemd.quadlets` where the version has it, otherwise under `storage.files` in `/etc/containers/systemd`.',
  },
  side: 'output',
  on: 'systemd.units[]',
  run(unit, context) {
    const name = unit.fields.name?.value ?? '';
    const extension = extensionOf(name);
    if (suffixes.includes(extension)) return;
    const place = memberPlace(unit, 'name');
    if (name === '') {
      context.report(place, 'the unit has no `name`; give its full name, such as `app.service`');
      return;
    }
    const meant = extension === '' ? '.service' : nearest(extension, suffixes);
    if (meant === undefined) {
      context.report(place, `${quoted(name)} is not the name of a unit; end it in ${oneOf(suffixes)}`);
      return;
    }
    const suggestion = name.slice(0, name.length - extension.length) + meant;
    const message = `${quoted(name)} does not end in a suffix of units; did you mean ${quoted(suggestion)}?`;
    context.report(place, message, { data: { suggestion } });
  },
});
