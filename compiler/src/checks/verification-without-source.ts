import { isOpen } from '../../../spec/gate.ts';
import type { Resource } from '../config.ts';
import { type CheckContext, check, look, memberPlace } from './shared/check.ts';
import { mayBeFilledIn } from './shared/failed-trees.ts';
import { otherResources, sinceOneShape } from './shared/resources.ts';

export default check({
  code: 'verification-without-source',
  severity: 'error',
  docs: {
    what: 'A resource has a hash and no source.',
    why: 'There is no data that could be verified.',
    fix: 'Add a `source`, in Butane also `local` or `inline`, or remove `verification`.',
  },
  looks: [
    look({
      side: 'output',
      on: 'storage.files[]',
      run(file, context) {
        const { contents, append } = file.fields;
        if (contents && !mayBeFilledIn(file, context)) examine(contents, context);
        for (const piece of append?.items ?? []) examine(piece, context);
      },
    }),
    look({
      side: 'output',
      on: otherResources,
      run(resource, context) {
        if (isOpen(sinceOneShape, context.point)) examine(resource, context);
      },
    }),
  ],
});

function examine(resource: Pick<Resource, 'fields' | 'origin' | 'kind'>, context: CheckContext): void {
  const hash = resource.fields.verification?.fields.hash;
  if (hash === undefined || resource.fields.source !== undefined || memberPlace(resource, 'source').damaged) return;
  context.report(hash, 'there is nothing to verify; add a `source`, or remove `verification`');
}
