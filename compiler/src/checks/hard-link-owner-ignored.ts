import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'hard-link-owner-ignored',
  severity: 'warning',
  docs: {
    what: 'A hard link has an owner (`user` or `group`).',
    why: 'A hard link is another name for a file and has no owner of its own; Ignition ignores the setting.',
    fix: 'Remove `user` and `group` from the link and set them on the file, or remove `hard`.',
  },
  side: 'output',
  on: 'storage.links[]',
  run({ fields: { hard, user, group } }, context) {
    if (hard?.value !== true) return;
    const notes = [noteAt(hard, '`hard` is here')];
    for (const [owner, name] of [
      [user, 'user'],
      [group, 'group'],
    ] as const) {
      for (const value of [owner?.fields.id, owner?.fields.name]) {
        if (value === undefined) continue;
        context.report(value, `\`${name}\` is ignored for hard links; set it on the target instead`, { notes });
      }
    }
  },
});
