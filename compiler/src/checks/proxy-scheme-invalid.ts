import { check } from './shared/check.ts';
import { isWebScheme, schemeOf } from './shared/web-url.ts';
import { quoted } from './shared/words.ts';

export default check({
  code: 'proxy-scheme-invalid',
  severity: 'error',
  docs: {
    what: 'A proxy is not a URL of scheme `http` or `https`.',
    why: 'Ignition can speak to proxies over these two only; a bare host name is no URL.',
    fix: 'Write the whole URL, such as `http://proxy.example.com:3128`.',
  },
  side: 'output',
  on: ['ignition.proxy.http_proxy', 'ignition.proxy.https_proxy'],
  run(proxy, context) {
    const scheme = schemeOf(proxy.value);
    if (scheme === undefined || isWebScheme(scheme)) return;
    const message =
      proxy.value === ''
        ? 'the proxy is empty; write a URL such as `http://proxy.example.com:3128`, or remove the field'
        : `${quoted(proxy.value)} is no proxy URL of scheme \`http\` or \`https\`; write it like \`http://proxy.example.com:3128\``;
    context.report(proxy, message);
  },
});
