import { quadletTemplate } from '../sugar/quadlets.ts';
import { check } from './shared/check.ts';
import { isQuadletName } from './shared/quadlet-name.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'quadlet-instance-contents',
  severity: 'error',
  docs: {
    what: 'A quadlet that is an instance of a template has a text of its own.',
    why: 'An instance such as `web@1.container` becomes a link to its template `web@.container`; a link has no contents.',
    fix: 'Put the text into the quadlet of the template, or what differs into `dropins` of the instance.',
  },
  side: 'source',
  on: 'systemd.quadlets[]',
  run({ fields }, context) {
    const name = fields.name?.value ?? '';
    const template = isQuadletName(name) ? quadletTemplate(name) : undefined;
    if (template === undefined) return;
    for (const member of ['contents', 'contents_local'] as const) {
      const value = fields[member];
      if (value === undefined) continue;
      const message = `${quoted(name)} is an instance of ${quoted(template)} and cannot have \`${member}\`; put the text into the template or a drop-in`;
      context.report(value, message, { data: { template } });
    }
  },
});
