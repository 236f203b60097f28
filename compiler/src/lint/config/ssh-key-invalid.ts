import { check } from '../../checks/shared/check.ts';
import { findHoles } from '../../text/template-holes.ts';
import { sshKeyFault } from '../shared/ssh-key.ts';

export default check({
  code: 'ssh-key-invalid',
  severity: 'warning',
  docs: {
    what: 'An SSH key is not what the server reads: a type, the key itself in one piece, and a comment.',
    why: 'Ignition writes the line as it is, and `sshd` passes over it in silence: nobody can log in.',
    fix: 'Copy the one line of the public key, such as that of `~/.ssh/id_ed25519.pub`, or name its file under `ssh_authorized_keys_local`.',
  },
  side: 'source',
  on: 'passwd.users[].ssh_authorized_keys',
  run(keys, context) {
    for (const key of keys.items) {
      // What fills a placeholder in is a key, as a rule.
      if (/^\s*(?:[$%@]|__)/.test(key.value) || findHoles(key.value).length > 0) continue;
      const lines = key.value.split('\n').map((line) => line.trim());
      const fault = lines.map(sshKeyFault).find((each) => each !== undefined);
      if (fault !== undefined) context.report(key, fault);
      else if (key.value.trim() === '') context.report(key, 'this SSH key is empty; add one, or remove it');
    }
  },
});
