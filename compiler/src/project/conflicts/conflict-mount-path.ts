import { defineConflict, givenBy } from './shared/conflict.ts';
import { quotedList, reportSharedKeys } from './shared/shared-key.ts';

export default defineConflict({
  code: 'conflict-mount-path',
  severity: 'error',
  docs: {
    what: 'Two fragments mount different file systems at one path.',
    why: 'The second one hides the first, with all that Ignition has written there.',
    fix: 'Mount one of them elsewhere.',
  },
  find(context) {
    reportSharedKeys(
      givenBy(context, ({ fields }) => fields.storage?.fields.filesystems?.items),
      {
        key: ({ fields }) => fields.path?.value,
        identity: ({ fields }) => fields.device?.value ?? '',
        at: ({ fields }) => fields.path,
        message: (path, devices) => `the file systems on ${quotedList(devices)} have the same path \`${path}\``,
      },
      context,
    );
  },
});
