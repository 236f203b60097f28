import { defineConflict, givenBy } from './shared/conflict.ts';
import { quotedList, reportSharedKeys } from './shared/shared-key.ts';

export default defineConflict({
  code: 'conflict-filesystem-label',
  severity: 'error',
  docs: {
    what: 'Two fragments give one label to file systems on different devices.',
    why: 'What looks for the file system by its label finds either of them.',
    fix: 'Give one of them another label.',
  },
  find(context) {
    reportSharedKeys(
      givenBy(context, ({ fields }) => fields.storage?.fields.filesystems?.items),
      {
        key: ({ fields }) => fields.label?.value,
        identity: ({ fields }) => fields.device?.value ?? '',
        at: ({ fields }) => fields.label,
        message: (label, devices) => `the file systems on ${quotedList(devices)} have the same label \`${label}\``,
      },
      context,
    );
  },
});
