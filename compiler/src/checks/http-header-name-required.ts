import { check, memberPlace } from './shared/check.ts';
import { allResources } from './shared/resources.ts';

export default check({
  code: 'http-header-name-required',
  severity: 'error',
  docs: {
    what: 'An HTTP header has no name.',
    why: 'A request cannot be sent with a header that has a value and no name.',
    fix: 'Add `name`, for example `name: Authorization`, or remove the header.',
  },
  side: 'output',
  on: allResources,
  run(resource, context) {
    for (const header of resource.fields.http_headers?.items ?? []) {
      if (header.fields.name?.value) continue;
      context.report(memberPlace(header, 'name'), 'the header has no `name`; add one such as `Authorization`');
    }
  },
});
