import { check } from './shared/check.ts';
import { isDamaged } from './shared/damage.ts';
import { noteAt } from './shared/notes.ts';

export default check({
  code: 'partition-absent-with-zero-number',
  severity: 'error',
  docs: {
    what: 'A disk has a partition that must not exist (`should_exist: false`), and one without a number.',
    why: 'A partition without a number takes the next free slot. Which one that is depends on whether the other partition has been deleted already, so the result would be a matter of chance.',
    fix: 'Give every partition of this disk a `number`.',
  },
  side: 'output',
  on: 'storage.disks[].partitions',
  run(partitions, context) {
    const { items } = partitions;
    const absent = items.find(({ fields }) => fields.should_exist?.value === false);
    if (absent === undefined) return;
    const unnumbered = items.find((partition) => !partition.fields.number?.value && !isDamaged(partition, 'number'));
    if (unnumbered === undefined) return;
    const message = 'partitions need numbers where another one of the disk must not exist; give each a `number`';
    const notes = [noteAt(absent, 'this partition must not exist'), noteAt(unnumbered, 'this partition has no number')];
    context.report(partitions, message, { notes });
  },
});
