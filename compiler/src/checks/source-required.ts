import { check, memberPlace } from './shared/check.ts';
import { isButane } from './shared/language.ts';
import { listedResources, sinceOneShape, sourceOf } from './shared/resources.ts';

export default check({
  code: 'source-required',
  severity: 'error',
  docs: {
    what: 'A config to merge or a certificate authority has no source.',
    why: 'There is nothing that Ignition could fetch for it.',
    fix: 'Give `source` for a URL, in Butane also `local` for a file of the files directory, or `inline` for the text itself; or remove the entry.',
  },
  fixIsInMessages: true,
  gate: sinceOneShape,
  side: 'output',
  on: listedResources,
  run(resource, context) {
    if (sourceOf(resource) !== undefined || memberPlace(resource, 'source').damaged) return;
    const advice = isButane(context) ? 'give it one of `source`, `local` and `inline`' : 'give it a `source`';
    context.report(resource, `the entry has no source; ${advice}`);
  },
});
