import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'yaml-excessive-aliasing',
  severity: 'error',
  docs: {
    what: 'Aliases unfold into far more values than the file has: the pattern of a file made to exhaust memory.',
    why: 'Compiling it would take unbounded time and memory; the config is refused.',
    fix: 'Write some of the repeated values out instead of referring to them.',
  },
});
