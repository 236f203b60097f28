import { check, memberPlace } from './shared/check.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'user-name-unsupported',
  severity: 'error',
  docs: {
    what: 'A user other than `core` is configured.',
    why: 'The Machine Config Operator manages the SSH keys and the password of `core` only; it refuses a MachineConfig with other users.',
    fix: 'Move what is needed to the user `core`. Other accounts are better made by a systemd unit or an image layer.',
  },
  gate: { openshift: {} },
  side: 'output',
  on: 'passwd.users[]',
  run(user, context) {
    const name = user.fields.name?.value ?? '';
    if (name === 'core') return;
    const given = name === '' ? 'a user without a name' : `user ${quoted(name)}`;
    context.report(memberPlace(user, 'name'), `${given} cannot be configured on OpenShift; only \`core\` can`);
  },
});
