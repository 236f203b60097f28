import { check, memberPlace } from './shared/check.ts';
import { isQuadletName, quadletSuffixes } from './shared/quadlet-name.ts';
import { didYouMean } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'quadlet-extension-invalid',
  severity: 'error',
  docs: {
    what: 'The name of a quadlet does not end in a kind of quadlet, such as `.container`.',
    why: 'Podman generates units only from files with such an ending; any other file is ignored, and nothing would be started.',
    fix: 'End the name in `.container`, `.volume`, `.network`, `.kube`, `.image`, `.build`, `.pod` or `.artifact`. A systemd unit belongs under `systemd.units`.',
  },
  side: 'source',
  on: 'systemd.quadlets[]',
  run(quadlet, context) {
    const name = quadlet.fields.name?.value ?? '';
    if (isQuadletName(name)) return;
    const extension = name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
    const subject = name === '' ? 'a quadlet needs a name, which ends' : `quadlet name ${quoted(name)} has to end`;
    const message = `${subject} in ${didYouMean(extension, quadletSuffixes)}`;
    context.report(memberPlace(quadlet, 'name'), message);
  },
});
