import { check } from '../../checks/shared/check.ts';
import { findHoles } from '../../text/template-holes.ts';

/** The forms of `crypt`, and what locks an account. */
const hash = /^(?:\$[^$]+\$|_[./0-9A-Za-z]{19}$|[./0-9A-Za-z]{13}$|[!*]|x$)/;

export default check({
  code: 'password-not-hashed',
  severity: 'warning',
  docs: {
    what: 'A password hash does not have the form of one. It may be the password itself.',
    why: 'The text goes into `/etc/shadow` as it is; no password has it for its hash, so nobody can log in with one. A password in plain text can be read by whoever reads the config.',
    fix: 'Make a hash with `mkpasswd --method=yescrypt`. If this was the password, use another one from now on.',
  },
  side: 'source',
  on: ['passwd.users[].password_hash', 'passwd.groups[].password_hash'],
  run(password, context) {
    const { value } = password;
    if (value === '' || hash.test(value) || /^(?:[$%@]|__)/.test(value) || findHoles(value).length > 0) return;
    // The text itself is not shown: messages end up in logs.
    context.report(password, 'this is no password hash; make one with `mkpasswd --method=yescrypt`');
  },
});
