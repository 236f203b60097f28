import { since } from '../../../spec/dsl.ts';
import { check, memberPlace } from './shared/check.ts';
import { mayBeFilledIn } from './shared/failed-trees.ts';

export default check({
  code: 'link-target-required',
  severity: 'error',
  docs: {
    what: 'A link has no `target`.',
    why: 'A link to nothing cannot be made. Versions before Ignition 3.3.0 let it pass and fail on the machine.',
    fix: 'Add `target`: an absolute path, or one relative to the directory of the link.',
  },
  gate: since('3.3.0'),
  side: 'output',
  on: 'storage.links[]',
  run(link, context) {
    if (link.fields.target?.value || mayBeFilledIn(link, context)) return;
    context.report(memberPlace(link, 'target'), 'the link has no `target`; say what it points to');
  },
});
