import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'project-unknown-key',
  severity: 'error',
  docs: {
    what: '`kindling.yaml` has a key that projects do not know.',
    why: 'It would be ignored in silence, and with it what it was meant to do.',
    fix: 'Correct the key, or remove it.',
  },
});
