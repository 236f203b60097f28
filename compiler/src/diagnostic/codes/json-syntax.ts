import { defineDiagnostic } from '../definition.ts';

export default defineDiagnostic({
  code: 'json-syntax',
  severity: 'error',
  docs: {
    what: 'The text is not JSON: a comma, a quote or a bracket is missing or too much, or something stands there that JSON does not have.',
    why: 'A config that cannot be read as JSON is refused as a whole. What lies behind the first fault may be misunderstood.',
    fix: 'Mend the place that is marked. JSON has no comments, no comma before a closing bracket, only double quotes, and only decimal numbers.',
  },
});
