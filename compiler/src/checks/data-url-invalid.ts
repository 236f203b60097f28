import { check } from './shared/check.ts';
import { sourceLooks } from './shared/source-fault.ts';

const code = 'data-url-invalid';

export default check({
  code,
  severity: 'error',
  docs: {
    what: 'A data URL cannot be decoded: it has no comma, a character that should be percent-escaped, a bad escape, faulty base64, or an odd media type.',
    why: 'The data is inside the URL; what cannot be decoded cannot be written.',
    fix: 'In Butane, write the plain text as `inline`, or name a file with `local`: the compiler makes the data URL. In Ignition JSON, escape the data with `%` and two hex digits, or encode it in base64.',
  },
  fixIsInMessages: true,
  looks: sourceLooks(code),
});
