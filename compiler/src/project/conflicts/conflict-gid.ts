import { defineConflict, givenBy } from './shared/conflict.ts';
import { quotedList, reportSharedKeys } from './shared/shared-key.ts';

export default defineConflict({
  code: 'conflict-gid',
  severity: 'error',
  docs: {
    what: 'Two fragments give one gid to groups of different names.',
    why: 'Both would be the same group for the kernel: each owns the files of the other.',
    fix: 'Give one of them another number, or use the same name in both fragments.',
  },
  find(context) {
    reportSharedKeys(
      givenBy(context, ({ fields }) => fields.passwd?.fields.groups?.items),
      {
        key: ({ fields }) => fields.gid?.value.toString(),
        identity: ({ fields }) => fields.name?.value ?? '',
        at: ({ fields }) => fields.gid,
        message: (number, names) => `the groups ${quotedList(names)} have the same gid \`${number}\``,
      },
      context,
    );
  },
});
