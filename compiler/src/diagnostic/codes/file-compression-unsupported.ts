import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'file-compression-unsupported',
  severity: 'error',
  docs: {
    what: 'The contents of a file are packed, in an openshift config of a version before 4.10.0.',
    why: 'The Machine Config Operator of these releases writes the packed bytes to the file as they are.',
    fix: 'Remove `compression` and give the contents unpacked, or use openshift 4.10.0 or later.',
  },
});
