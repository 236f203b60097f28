import { defineConflict } from './shared/conflict.ts';
import { partitionName, partitionsByDisk } from './shared/partitions.ts';
import { quotedList, reportSharedKeys } from './shared/shared-key.ts';

export default defineConflict({
  code: 'conflict-partition-label',
  severity: 'error',
  docs: {
    what: 'Two fragments give one label to different partitions of a disk.',
    why: 'What looks for the partition by its label, such as a file system, finds either of them.',
    fix: 'Give one of them another label; or the same number, if one partition is meant.',
  },
  find(context) {
    for (const [device, partitions] of partitionsByDisk(context)) {
      reportSharedKeys(
        partitions,
        {
          key: ({ fields }) => fields.label?.value,
          identity: partitionName,
          at: ({ fields }) => fields.label,
          message: (label, names) =>
            `the partitions ${quotedList(names)} of \`${device}\` have the same label \`${label}\``,
        },
        context,
      );
    }
  },
});
