import { check } from './shared/check.ts';
import { allResources } from './shared/resources.ts';

export default check({
  code: 'http-header-value-empty',
  severity: 'error',
  docs: {
    what: 'The value of an HTTP header is an empty text.',
    why: 'Ignition takes a header without a value as the wish to drop it, and an empty one as a mistake.',
    fix: 'Give a value. To drop a header that comes from a merged config, remove `value` altogether.',
  },
  side: 'output',
  on: allResources,
  run(resource, context) {
    for (const { fields } of resource.fields.http_headers?.items ?? []) {
      if (fields.value?.value !== '') continue;
      const message = 'the header has an empty value; give one, or remove `value` to drop a header of a merged config';
      context.report(fields.value, message);
    }
  },
});
