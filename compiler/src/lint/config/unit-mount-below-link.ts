import { directoryLinks } from '../../../../spec/os-links.ts';
import { check } from '../../checks/shared/check.ts';
import { unitFileOf } from '../../checks/shared/unit-files.ts';
import { quoted } from '../../checks/shared/words.ts';
import { innerPlace } from '../../embedded/inner-place.ts';
import { cleanPath } from '../../text/clean-path.ts';
import { escapeSystemdPath } from '../../text/systemd-escape.ts';

const sections: Readonly<Record<string, string>> = { mount: 'Mount', automount: 'Automount' };

export default check({
  code: 'unit-mount-below-link',
  severity: 'warning',
  docs: {
    what: 'A mount or automount unit mounts below a directory that is a link on this system, such as `/mnt` or `/home`.',
    why: 'On Fedora CoreOS and RHEL CoreOS `/home`, `/mnt`, `/opt`, `/srv` and others lead into `/var`. systemd refuses to mount at a path that has a link in it (`Where=` in systemd.mount(5)), so that the unit fails at boot.',
    fix: 'Write the path that the link leads to, and name the unit after it: `/var/mnt/data` and `var-mnt-data.mount`.',
  },
  side: 'source',
  on: 'systemd.units[]',
  run({ fields: { name, contents } }, context) {
    const suffix = (name?.value ?? '').split('.').at(-1) ?? '';
    const section = sections[suffix];
    if (section === undefined || contents === undefined) return;
    const option = unitFileOf(contents).options.findLast((each) => each.section === section && each.name === 'Where');
    const where = option?.value ?? '';
    const links = where.startsWith('/') && !/[%\n]/.test(where) ? directoryLinks(context.point) : [];
    const path = cleanPath(where);
    const link = links.find((each) => path === each.path || path.startsWith(`${each.path}/`));
    if (option === undefined || link === undefined) return;
    const right = link.target + path.slice(link.path.length);
    const unit = `${escapeSystemdPath(right)}.${suffix}`;
    const start = contents.value.indexOf(where, option.range.start + option.name.length + 1);
    const place = innerPlace(contents, { start, end: start + where.length });
    const message = `${quoted(link.path)} is a link to ${quoted(link.target)} on this system, and systemd mounts nothing behind a link; write \`Where=${right}\` and name the unit ${quoted(unit)}`;
    context.report(place ?? contents, message);
  },
});
