import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'groups-unsupported',
  severity: 'error',
  docs: {
    what: 'Groups are configured in an openshift config.',
    why: 'The Machine Config Operator manages no groups; a node would come up without them.',
    fix: 'Remove `passwd.groups`. A group that a service needs can be made with a `sysusers.d` file under `storage.files`.',
  },
});
