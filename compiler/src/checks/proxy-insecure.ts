import { check } from './shared/check.ts';
import { schemeOf } from './shared/web-url.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'proxy-insecure',
  severity: 'warning',
  docs: {
    what: 'The proxy for https requests is itself reached over plain http.',
    why: 'The connection to the proxy, with its login if there is one, can be read and changed on the way. What is fetched through it stays encrypted.',
    fix: 'Use an `https` URL if the proxy offers one.',
  },
  side: 'output',
  on: 'ignition.proxy.https_proxy',
  run(proxy, context) {
    if (schemeOf(proxy.value) !== 'http') return;
    const message = `the proxy ${quoted(proxy.value)} is reached without encryption; use \`https\` if it offers that`;
    context.report(proxy, message);
  },
});
