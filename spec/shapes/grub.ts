// The section `grub`: sugar for superusers of the boot loader.
import { append, list, shape, str } from '../dsl.ts';
import { notEmpty } from './patterns.ts';

const user = shape({
  name: str({
    doc: 'Name of the superuser.',
    example: 'root',
    nullable: false,
    required: true,
    form: 'not empty; blanks and quotes are not checked, and not escaped',
    pattern: notEmpty,
  }),
  password_hash: str({
    doc: 'Password in the PBKDF2 form of `grub2-mkpasswd-pbkdf2`.',
    example: 'grub.pbkdf2.sha512.10000.5F3C9A7B.0E4D11A8',
    required: true,
    pattern: notEmpty,
  }),
});

export const grub = shape({
  users: list(user, append, {
    doc: 'GRUB superusers, who may edit boot entries.',
    example: [{ name: 'root', password_hash: 'grub.pbkdf2.sha512.10000.5F3C9A7B.0E4D11A8' }],
  }),
});
