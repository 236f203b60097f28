import type { OutText } from '../output/nodes.ts';
import { type CheckContext, check, look, memberPlace } from './shared/check.ts';
import { allResources, sourceOf } from './shared/resources.ts';
import { sourceFault, sourceLooks } from './shared/source-fault.ts';
import { urlFault } from './shared/web-url.ts';

const code = 'url-invalid';

export default check({
  code,
  severity: 'error',
  docs: {
    what: 'A text that should be a URL is none: it has control characters, blanks in its host, a bad percent-escape, an unclosed bracket or a port that is no number. HTTP headers without a URL to be sent to count as well.',
    why: 'Ignition reads URLs before it fetches anything, and refuses a config with one that it cannot read.',
    fix: 'Mend the URL; write special characters as percent-escapes (a blank is `%20`).',
  },
  looks: [
    ...sourceLooks(code),
    look({
      side: 'output',
      on: allResources,
      run(resource, context) {
        const headers = resource.fields.http_headers;
        if (headers === undefined || headers.items.length === 0 || memberPlace(resource, 'source').damaged) return;
        const source = sourceOf(resource);
        if (source === undefined) {
          const message = '`http_headers` need a URL to be sent to; add a `source` of scheme http or https';
          context.report(headers, message);
        } else if (sourceFault(source, context)?.code === code) {
          context.report(headers, '`http_headers` cannot be sent, because `source` is no URL');
        }
      },
    }),
    look({
      side: 'output',
      on: ['ignition.proxy.http_proxy', 'ignition.proxy.https_proxy', 'storage.luks[].clevis.tang[].url'],
      run: examine,
    }),
  ],
});

function examine(url: OutText, context: CheckContext): void {
  const fault = urlFault(url.value);
  if (fault !== undefined) context.report(url, fault);
}
