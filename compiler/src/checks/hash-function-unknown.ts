import { check } from './shared/check.ts';
import { digestsAt, splitHash } from './shared/digests.ts';
import { allResources } from './shared/resources.ts';
import { didYouMean } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'hash-function-unknown',
  severity: 'error',
  docs: {
    what: 'A hash was made with a function that Ignition does not know. It knows `sha512`, and since 3.1.0 `sha256`, in lower case.',
    why: 'Ignition could not compute the hash of what it fetched.',
    fix: 'Compute the hash with `sha512sum` and put `sha512-` in front of it.',
  },
  side: 'output',
  on: allResources,
  run(resource, context) {
    const hash = resource.fields.verification?.fields.hash;
    const name = hash && splitHash(hash.value)?.name;
    const names = digestsAt(context.point).map((digest) => digest.name);
    if (hash === undefined || name === undefined || names.includes(name)) return;
    const message = `there is no hash function ${quoted(name)}; use ${didYouMean(name, names)}`;
    context.report(hash, message);
  },
});
