import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'json-duplicate-key',
  severity: 'error',
  docs: {
    what: 'A key stands twice in one object of an Ignition config.',
    why: 'Ignition reads the second value on top of the first, which hardly anybody expects. Where order is to have no meaning, it cannot be said which of them counts.',
    fix: 'Keep one of the two. `kindling merge --semantics ignition` reads them as Ignition does and only warns.',
  },
});
