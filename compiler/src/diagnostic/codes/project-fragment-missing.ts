import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'project-fragment-missing',
  severity: 'error',
  docs: {
    what: 'A name or pattern of `kindling.yaml` matches no file.',
    why: 'A target would be built without something that belongs to it.',
    fix: 'Correct the path; paths are relative to the folder of `kindling.yaml`.',
  },
});
