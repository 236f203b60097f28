import { check, memberPlace } from './shared/check.ts';

export default check({
  code: 'grub-user-password-required',
  severity: 'error',
  docs: {
    what: 'A user of the boot loader has no password.',
    why: 'As soon as there are users, GRUB asks for a password before boot entries can be edited; one without a password could never log in.',
    fix: 'Make a hash with `grub2-mkpasswd-pbkdf2` and set it as `password_hash`.',
  },
  side: 'source',
  on: 'grub.users[]',
  run(user, context) {
    if (user.fields.password_hash?.value) return;
    const message = 'a GRUB user needs a `password_hash`; make one with `grub2-mkpasswd-pbkdf2`';
    context.report(memberPlace(user, 'password_hash'), message);
  },
});
