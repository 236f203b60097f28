import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'grub-user-name-required',
  severity: 'error',
  docs: {
    what: 'A user of the boot loader has no name.',
    why: 'GRUB asks for a name and a password; without a name the generated `user.cfg` would be broken.',
    fix: 'Set `name`, for example `name: root`. It need not be a user of the system.',
  },
  side: 'source',
  on: 'grub.users[]',
  run(user, context) {
    if (user.fields.name?.value) return;
    context.report(memberPlace(user, 'name'), 'a GRUB user needs a `name`; add one such as `name: root`');
  },
});
