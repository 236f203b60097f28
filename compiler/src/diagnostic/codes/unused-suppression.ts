import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'unused-suppression',
  severity: 'warning',
  docs: {
    what: 'A comment `kindling-disable` hides nothing: its code is unknown, is not reported there, or is an error.',
    why: 'Such a comment misleads readers, and would silently hide a finding that appears later. Errors cannot be hidden, because a config with an error is refused whatever the comment says.',
    fix: 'Remove the code from the comment, mend its spelling, or move the comment to the line of the finding or the line above it.',
  },
});
