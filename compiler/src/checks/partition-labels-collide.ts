import type { Partition } from '../config.ts';
import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'partition-labels-collide',
  severity: 'error',
  docs: {
    what: 'Two partitions of a disk have the same label.',
    why: 'Partitions are found by their labels, as `/dev/disk/by-partlabel/…`, and there can be only one such link.',
    fix: 'Give each partition a label of its own, or leave it out.',
  },
  side: 'output',
  on: 'storage.disks[].partitions',
  run({ items }, context) {
    const first = new Map<string, Partition>();
    for (const partition of items) {
      const { label } = partition.fields;
      if (label === undefined) continue;
      const earlier = first.get(label.value);
      if (earlier === undefined) {
        first.set(label.value, partition);
        continue;
      }
      const message = `label ${quoted(label.value)} is taken by another partition of this disk; use another one`;
      context.report(partition, message, { notes: [noteAt(earlier, 'taken by this partition')] });
    }
  },
});
