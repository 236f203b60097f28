import { check, memberPlace } from '../../checks/shared/check.ts';

export default check({
  code: 'user-name-missing',
  severity: 'error',
  docs: {
    what: 'A user has no name. Neither Butane nor Ignition looks for one before the machine boots.',
    why: 'Ignition calls `useradd` with an empty name at first boot; that fails, and the machine stops in an emergency shell.',
    fix: 'Give the user a `name`. On Fedora CoreOS and OpenShift the account that is there already is `core`.',
  },
  side: 'source',
  on: 'passwd.users[]',
  run(user, context) {
    if ((user.fields.name?.value ?? '') !== '') return;
    context.report(memberPlace(user, 'name'), 'this user has no `name`; add one, such as `name: core`');
  },
});
