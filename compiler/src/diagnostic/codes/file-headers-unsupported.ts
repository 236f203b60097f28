import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'file-headers-unsupported',
  severity: 'error',
  docs: {
    what: 'HTTP headers are given for the contents of a file in an openshift config.',
    why: 'The Machine Config Operator takes contents from within the MachineConfig and fetches nothing, so that the headers would never be sent.',
    fix: 'Remove `http_headers`, and give the contents with `inline` or `local`.',
  },
});
