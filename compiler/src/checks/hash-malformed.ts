import { check } from './shared/check.ts';
import { digestsAt, splitHash } from './shared/digests.ts';
import { allResources } from './shared/resources.ts';
import { oneOf } from './shared/suggestion.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'hash-malformed',
  severity: 'error',
  docs: {
    what: 'A hash does not have the form FUNCTION-DIGITS.',
    why: 'Without the name of the function nothing can be computed to compare with.',
    fix: 'Put the function and a dash in front, such as `sha512-` before what `sha512sum` prints.',
  },
  side: 'output',
  on: allResources,
  run(resource, context) {
    const hash = resource.fields.verification?.fields.hash;
    if (hash === undefined || splitHash(hash.value) !== undefined) return;
    const digests = digestsAt(context.point);
    const fitting = digests.find(({ digits }) => digits === hash.value.length);
    if (fitting !== undefined && /^[0-9A-Fa-f]+$/.test(hash.value)) {
      const suggestion = `${fitting.name}-${hash.value}`;
      const message = `the hash does not say by which function it was made; did you mean ${quoted(suggestion)}?`;
      context.report(hash, message, { data: { suggestion } });
      return;
    }
    const [, name = '', digits = ''] = /^(\w+)[:= ]\s*([0-9A-Fa-f]+)$/.exec(hash.value) ?? [];
    const digest = digests.find((each) => each.name === name.toLowerCase());
    if (digest !== undefined) {
      const suggestion = `${digest.name}-${digits}`;
      const message = `a dash separates the function from the hash; did you mean ${quoted(suggestion)}?`;
      context.report(hash, message, { data: { suggestion } });
      return;
    }
    const prefixes = digests.map(({ name }) => `${name}-`);
    context.report(hash, `the hash has no dash; begin it with ${oneOf(prefixes)}`);
  },
});
