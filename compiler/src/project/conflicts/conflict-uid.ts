import { defineConflict, givenBy } from './shared/conflict.ts';
import { quotedList, reportSharedKeys } from './shared/shared-key.ts';

export default defineConflict({
  code: 'conflict-uid',
  severity: 'error',
  docs: {
    what: 'Two fragments give one uid to users of different names.',
    why: 'Both would be the same user for the kernel: each owns the files of the other.',
    fix: 'Give one of them another number, or use the same name in both fragments.',
  },
  find(context) {
    reportSharedKeys(
      givenBy(context, ({ fields }) => fields.passwd?.fields.users?.items),
      {
        key: ({ fields }) => fields.uid?.value.toString(),
        identity: ({ fields }) => fields.name?.value ?? '',
        at: ({ fields }) => fields.uid,
        message: (number, names) => `the users ${quotedList(names)} have the same uid \`${number}\``,
      },
      context,
    );
  },
});
