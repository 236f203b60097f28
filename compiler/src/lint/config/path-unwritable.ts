import { isOpen } from '../../../../spec/gate.ts';
import { unwritable } from '../../../../spec/os-paths.ts';
import { check } from '../../checks/shared/check.ts';
import { quoted } from '../../checks/shared/words.ts';
import type { Config } from '../../config.ts';
import { findHoles } from '../../text/template-holes.ts';

export default check({
  code: 'path-unwritable',
  severity: 'warning',
  docs: {
    what: 'A file, directory or link has a path where the operating system cannot be written: below `/usr`, or at the root.',
    why: 'Ignition fails on it, and the first boot ends in the emergency shell.',
    fix: 'Choose a path below `/etc`, `/var` or `/usr/local` (`/opt` on Flatcar).',
  },
  side: 'source',
  on: ['storage.files[].path', 'storage.directories[].path', 'storage.links[].path'],
  run(path, context) {
    const { value } = path;
    if (findHoles(value).length > 0 || value.includes('$')) return;
    const part = unwritable.find(
      ({ path: pattern, gates }) => pattern.test(value) && gates.some((gate) => isOpen(gate, context.point)),
    );
    if (part === undefined || isMounted(value, context.config)) return;
    const severity = part.isPlaceholder ? ('note' as const) : ('warning' as const);
    context.report(path, `${quoted(value)} cannot be written: ${part.reason}`, { severity });
  },
});

/** Another filesystem may be there. */
function isMounted(path: string, { fields: { storage } }: Config): boolean {
  return (storage?.fields.filesystems?.items ?? []).some(({ fields }) => {
    const mount = fields.path?.value ?? '/';
    return mount !== '/' && `${path}/`.startsWith(`${mount.replace(/\/$/, '')}/`);
  });
}
