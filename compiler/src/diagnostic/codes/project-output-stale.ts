import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'project-output-stale',
  severity: 'error',
  docs: {
    what: '`kindling build --check` found an output that is not there, or that does not mean what its fragments come to.',
    why: 'Whoever takes the output gets another machine than the one that the fragments describe.',
    fix: 'Run `kindling build`, and keep its outputs together with the fragments.',
  },
});
