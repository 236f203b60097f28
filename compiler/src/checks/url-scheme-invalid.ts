import { isOpen } from '../../../spec/gate.ts';
import { check, look, memberPlace } from './shared/check.ts';
import { sinceOneShape, sourceOf } from './shared/resources.ts';
import { sourceLooks } from './shared/source-fault.ts';
import { isWebScheme, schemeOf } from './shared/web-url.ts';
import { quoted } from './shared/words.ts';

const code = 'url-scheme-invalid';

export default check({
  code,
  severity: 'error',
  docs: {
    what: 'The scheme of a URL is none that can be used there. Sources: `http`, `https`, `tftp`, `s3`, `data`, since Ignition 3.2.0 `gs`, since 3.4.0 `arn`. Tang servers: `http` and `https`.',
    why: 'Ignition has no way to fetch from such a URL.',
    fix: 'Offer the data over one of these schemes, or embed it: in Butane with `local` or `inline`, in Ignition JSON as a `data` URL.',
  },
  fixIsInMessages: true,
  yieldsTo: ['file-source-not-data'],
  looks: [
    ...sourceLooks(code),
    look({
      side: 'output',
      on: 'ignition.security.tls.certificate_authorities[]',
      run(authority, context) {
        // Later versions have a finding of their own for a missing source.
        if (sourceOf(authority) !== undefined || isOpen(sinceOneShape, context.point)) return;
        context.report(memberPlace(authority, 'source'), 'the certificate authority has no `source`; give its URL');
      },
    }),
    look({
      side: 'output',
      on: 'storage.luks[].clevis.tang[]',
      run(server, context) {
        const url = server.fields.url?.value ?? '';
        const scheme = schemeOf(url);
        if (scheme === undefined || isWebScheme(scheme)) return;
        const message =
          url === ''
            ? 'the Tang server has no `url`; give its address, such as `https://tang.example.com`'
            : `${quoted(url)} is not of scheme \`http\` or \`https\`; write it like \`https://tang.example.com\``;
        context.report(memberPlace(server, 'url'), message);
      },
    }),
  ],
});
