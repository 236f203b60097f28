import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';

/** Every device of these holds data that is nowhere else. */
const levelsWithoutSpares: ReadonlySet<string> = new Set(['linear', 'raid0', '0', 'stripe']);

export default check({
  code: 'raid-spares-unsupported',
  severity: 'error',
  docs: {
    what: 'A RAID array without redundancy (`linear`, `raid0`) has spares.',
    why: 'When a device of such an array fails its data is lost, so that there is nothing to rebuild on a spare.',
    fix: 'Remove `spares`, or choose a level with redundancy such as `raid1`.',
  },
  side: 'output',
  on: 'storage.raid[]',
  run({ fields: { level, spares } }, context) {
    if (level === undefined || !levelsWithoutSpares.has(level.value) || !spares?.value) return;
    const message = `arrays of level \`${level.value}\` cannot have spares; remove \`spares\` or choose a level with redundancy`;
    context.report(level, message, { notes: [noteAt(spares, '`spares` is here')] });
  },
});
