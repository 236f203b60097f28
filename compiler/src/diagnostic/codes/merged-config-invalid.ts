import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'merged-config-invalid',
  severity: 'error',
  docs: {
    what: 'The fragments are valid each by itself, but not together.',
    why: 'Ignition would refuse the merged config, and the machine would not boot.',
    fix: 'The findings beside this one say what is wrong, and in which fragments.',
  },
});
