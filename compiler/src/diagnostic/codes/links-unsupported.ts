import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'links-unsupported',
  severity: 'error',
  docs: {
    what: 'Links are configured in an openshift config, or made by a tree or by an instance of a quadlet.',
    why: 'The Machine Config Operator manages no links; it would refuse the MachineConfig.',
    fix: 'Replace the link by a file, or make it on the node with a `tmpfiles.d` file (type `L`) under `storage.files`.',
  },
});
