import { utf8Length } from '../text/utf8.ts';
import { check } from './shared/check.ts';
import { digestsAt, splitHash } from './shared/digests.ts';
import { allResources } from './shared/resources.ts';

export default check({
  code: 'hash-length-invalid',
  severity: 'error',
  docs: {
    what: 'A hash has not as many digits as its function gives: 128 for `sha512`, 64 for `sha256`.',
    why: 'A part of it was lost, or it was made with another function; it could never be equal.',
    fix: 'Copy the whole hash, and check the name of the function.',
  },
  side: 'output',
  on: allResources,
  run(resource, context) {
    const hash = resource.fields.verification?.fields.hash;
    const split = hash && splitHash(hash.value);
    const digests = digestsAt(context.point);
    const digest = digests.find(({ name }) => name === split?.name);
    if (hash === undefined || split === undefined || digest === undefined) return;
    const length = utf8Length(split.value);
    if (length === digest.digits) return;
    const meant = digests.find(({ digits }) => digits === length);
    const advice = meant === undefined ? 'copy the whole hash' : `did you mean \`${meant.name}\`?`;
    const message = `the hash has ${length} digits, and \`${digest.name}\` gives ${digest.digits}; ${advice}`;
    context.report(hash, message, meant === undefined ? {} : { data: { suggestion: `${meant.name}-${split.value}` } });
  },
});
