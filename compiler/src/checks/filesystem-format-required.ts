import type { Filesystem } from '../config.ts';
import { check, memberPlace } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'filesystem-format-required',
  severity: 'error',
  docs: {
    what: 'A filesystem has no `format`, but a path, a label, a UUID, options, or `wipe_filesystem: true`.',
    why: 'These say how to make or mount a file system; without a format Ignition does neither.',
    fix: 'Add `format`, for example `format: xfs`, or remove the other settings.',
  },
  side: 'output',
  on: 'storage.filesystems[]',
  run(filesystem, context) {
    const { format, with_mount_unit } = filesystem.fields;
    // A mount unit needs a format as well, and says so in a finding of its own.
    if (format?.value || with_mount_unit?.value === true) return;
    const reason = reasonOf(filesystem);
    if (reason === undefined) return;
    const message = `\`${reason.name}\` needs a \`format\`; add one such as \`format: xfs\``;
    const notes = [noteAt(reason.value, `\`${reason.name}\` is here`)];
    context.report(memberPlace(filesystem, 'format'), message, { notes, data: { because: reason.name } });
  },
});

/** The first member that means nothing without a format. */
function reasonOf({ fields }: Filesystem) {
  const { path, label, uuid, wipe_filesystem, options, mount_options } = fields;
  for (const [name, value] of Object.entries({ path, label, uuid })) {
    if (value?.value) return { name, value };
  }
  if (wipe_filesystem?.value) return { name: 'wipe_filesystem', value: wipe_filesystem };
  for (const [name, value] of Object.entries({ options, mount_options })) {
    if (value !== undefined && value.items.length > 0) return { name, value };
  }
  return undefined;
}
