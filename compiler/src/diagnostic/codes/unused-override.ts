import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'unused-override',
  severity: 'warning',
  docs: {
    what: 'A comment `# kindling: override` overrides nothing: in no target does another fragment contradict its entry, or no entry begins there.',
    why: 'The comment says of this one entry that others are overruled by it. Where none is, it misleads readers, and would silence a contradiction that appears later. Patterns under `override` are about whole fragments, whatever is in them, and may have nothing to win over.',
    fix: 'Remove the comment, or move it to the entry that is to win, on the line where it begins or alone on the line above. To let a whole fragment win, list it under `override`.',
  },
});
