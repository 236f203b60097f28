import { check } from './shared/check.ts';
import { noteAt } from './shared/notes.ts';
import { allResources, sourceOf } from './shared/resources.ts';
import { isWebScheme, schemeOf } from './shared/web-url.ts';

export default check({
  code: 'http-headers-scheme',
  severity: 'error',
  docs: {
    what: 'A resource that is not fetched over http or https has `http_headers`.',
    why: 'Other protocols have no headers, and `inline` and `local` data is not fetched at all.',
    fix: 'Remove `http_headers`, or offer the data over https.',
  },
  side: 'output',
  on: allResources,
  run(resource, context) {
    const headers = resource.fields.http_headers;
    const source = sourceOf(resource);
    if (headers === undefined || headers.items.length === 0 || source === undefined) return;
    // Sugar makes data URLs, and long ones.
    const { by } = source.origin;
    const scheme = by === undefined ? schemeOf(source.value) : 'data';
    if (scheme === undefined || isWebScheme(scheme)) return;
    const message =
      by === undefined
        ? `a source of scheme \`${scheme}\` is fetched without HTTP headers; remove \`http_headers\``
        : `\`${by}\` data is not fetched, so there are no HTTP headers; remove \`http_headers\``;
    context.report(headers, message, { notes: [noteAt(source, 'the source is here')] });
  },
});
