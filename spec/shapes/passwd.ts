// The section `passwd`: accounts and groups.
import { append, bool, byKey, int, list, shape, since, str, strings } from '../dsl.ts';

const group = shape({
  gid: int({ doc: 'Numeric id for the new group.', example: 1234, default: 'The next free id.' }),
  name: str({ doc: 'Name of the group.', example: 'engineering', nullable: false, role: 'group-name' }),
  password_hash: str({
    doc: 'Password of the group in crypt form.',
    example: '$6$rounds=4096$saltsalt$dGhpcyBpcyBub3QgYSByZWFsIGhhc2ggYnV0IGxvb2tz',
  }),
  should_exist: bool({ doc: '`false` removes the group.', example: false, gate: since('3.2.0'), default: 'true.' }),
  system: bool({
    doc: 'Make it a system group; matters only when the group is created.',
    example: true,
    default: 'false.',
  }),
});

const user = shape({
  gecos: str({ doc: 'Free-text account information, as a rule the full name.', example: 'Jane Doe' }),
  groups: strings(byKey('value'), {
    doc: 'Additional groups that the account joins.',
    example: ['wheel'],
    role: 'group-name',
  }),
  home_dir: str({ doc: 'Home directory of the account.', example: '/var/home/jane', role: 'path' }),
  name: str({
    doc: 'Login name.',
    example: 'core',
    nullable: false,
    values: [{ value: 'core', doc: 'The default account of the operating system.' }],
    valuesOpen: { except: ['openshift'] },
    note: 'OpenShift configures no other user than `core`.',
    role: 'user-name',
  }),
  no_create_home: bool({
    doc: 'Do not make the home directory; matters only when the account is created.',
    example: true,
    default: 'false.',
  }),
  no_log_init: bool({
    doc: 'Leave the account out of lastlog and faillog; matters only when it is created.',
    example: true,
    default: 'false.',
  }),
  no_user_group: bool({
    doc: 'Do not create a group of the same name; matters only when the account is created.',
    example: true,
    default: 'false.',
  }),
  password_hash: str({
    doc: 'Password in crypt form, for instance from `mkpasswd --method=yescrypt`.',
    example: '$y$j9T$Wq0bVvQ5Wz7x3n1nJ0n2B/$5yS3mSm2o8nXgF1uQJ3m2m8vVJt1o7z7u0dVv7b0Q4A',
  }),
  primary_group: str({ doc: 'Name of the main group of the account.', example: 'users', role: 'group-name' }),
  ssh_authorized_keys: strings(byKey('value'), {
    doc: 'Public SSH keys allowed to log in as this user, one key line per item.',
    example: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHh0dHBzOi8vZXhhbXBsZS5jb20va2V5cy9tZQ me@host'],
  }),
  ssh_authorized_keys_local: strings(append, {
    doc: 'Files with public SSH keys, one key per line, relative to the files directory; the keys are put after those of `ssh_authorized_keys`.',
    example: ['keys/me.pub'],
    gate: since('3.4.0'),
    sourceOnly: true,
    note: 'The keys of all files must be unique.',
    role: 'local-file',
  }),
  shell: str({ doc: 'Login shell.', example: '/bin/bash', role: 'path' }),
  should_exist: bool({ doc: '`false` removes the account.', example: false, gate: since('3.2.0'), default: 'true.' }),
  system: bool({
    doc: 'Make it a system account; matters only when it is created.',
    example: true,
    default: 'false.',
  }),
  uid: int({ doc: 'Numeric id of the account.', example: 1500, default: 'The next free id.' }),
});

export const passwd = shape({
  groups: list(group, byKey('name'), { doc: 'Groups to create or remove.', example: [{ name: 'engineering' }] }),
  users: list(user, byKey('name'), {
    doc: 'User accounts to create, change or remove.',
    example: [{ name: 'core', ssh_authorized_keys_local: ['keys/me.pub'] }],
  }),
});
