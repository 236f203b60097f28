// What OpenShift refuses: fields that the Machine Config Operator would not apply. Raw mode skips these rules.
import type { FilterRule, Gate } from '../model.ts';

const gate: Gate = { openshift: {} };

/** The operator changes existing nodes, and of their accounts only the keys and the password of `core`. */
function userField(field: string, where: Gate = gate): FilterRule {
  return {
    gate: where,
    path: `passwd.users[].${field}`,
    code: 'user-field-unsupported',
    when: 'set',
    reason: 'the Machine Config Operator manages only the SSH keys and the password of the user `core`',
  };
}

export default [
  {
    gate: { openshift: { since: '4.14.0' } },
    path: 'kernel_arguments',
    code: 'kernel-arguments-redirect',
    when: 'not-empty',
    reason: 'the Machine Config Operator takes kernel arguments from `openshift.kernel_arguments`',
    reasonInMachineConfig: 'the Machine Config Operator takes kernel arguments from `spec.kernelArguments`',
  },
  {
    gate,
    path: 'passwd.groups',
    code: 'groups-unsupported',
    when: 'not-empty',
    reason: 'the Machine Config Operator does not manage groups',
  },
  userField('gecos'),
  userField('groups'),
  userField('home_dir'),
  userField('no_create_home'),
  userField('no_log_init'),
  userField('no_user_group'),
  userField('password_hash', { openshift: { until: '4.13.0' } }),
  userField('primary_group'),
  userField('should_exist'),
  userField('shell'),
  userField('system'),
  userField('uid'),
  {
    gate,
    path: 'storage.directories',
    code: 'directories-unsupported',
    when: 'not-empty',
    reason: 'the Machine Config Operator makes the directories of files by itself and manages no others',
  },
  {
    gate,
    path: 'storage.files[].append',
    code: 'file-append-unsupported',
    when: 'not-empty',
    reason: 'the Machine Config Operator writes whole files and cannot append to them',
  },
  {
    gate: { openshift: { until: '4.10.0' } },
    path: 'storage.files[].contents.compression',
    code: 'file-compression-unsupported',
    when: 'not-empty',
    reason: 'the Machine Config Operator unpacks contents only since OpenShift 4.10',
  },
  {
    gate,
    path: 'storage.files[].contents.http_headers',
    code: 'file-headers-unsupported',
    when: 'not-empty',
    reason: 'the Machine Config Operator does not fetch the contents of files',
  },
  {
    gate,
    path: 'storage.links',
    code: 'links-unsupported',
    when: 'not-empty',
    reason: 'the Machine Config Operator does not manage links',
  },
] as const satisfies readonly FilterRule[];
