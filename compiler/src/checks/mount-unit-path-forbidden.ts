import { check } from './shared/check.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'mount-unit-path-forbidden',
  severity: 'error',
  docs: {
    what: 'A filesystem with `with_mount_unit` is mounted somewhere other than `/etc`, `/var` or below them.',
    why: 'The rest of Fedora CoreOS is read-only and managed by the OS image, so that the directory to mount on would be missing and the unit would fail at boot.',
    fix: 'Choose a path below `/var` (`/home`, `/opt`, `/srv` and `/usr/local` are links into it: use `/var/home`, `/var/opt`, `/var/srv`, `/var/usrlocal`).',
  },
  gate: { fcos: { since: '1.6.0' }, except: ['openshift'] },
  side: 'source',
  on: 'storage.filesystems[]',
  run({ fields: { path, with_mount_unit } }, context) {
    if (path === undefined || with_mount_unit?.value !== true || /^\/(?:etc|var)(?:\/|$)/.test(path.value)) return;
    const message = `a mount unit cannot mount ${quoted(path.value)}: only \`/etc\`, \`/var\` and what is below them can be mounted to; choose a path there`;
    context.report(path, message);
  },
});
