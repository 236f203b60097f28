import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'rhcos-removed',
  severity: 'error',
  docs: {
    what: 'The variant rhcos was replaced by openshift.',
    why: 'The config cannot be read any more.',
    fix: 'Use variant: openshift with the version of the OpenShift release, and add metadata.name and the role label.',
  },
});
