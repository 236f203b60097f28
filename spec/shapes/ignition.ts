// The section `ignition`: how Ignition itself works, and the version of its config.
import { byKey, byKeyInOrder, int, list, object, shape, since, str, strings, until } from '../dsl.ts';
import { webUrl } from './patterns.ts';
import { bySource, resource, sinceIgnition31 } from './resource.ts';

const exactlyOne = 'Give exactly one of `source`, `inline` and `local`.';

const embedded = {
  ...sinceIgnition31,
  inline: {
    ...sinceIgnition31.inline,
    role: 'embedded-config',
    example: '{"ignition": {"version": "3.6.0"}}',
  },
} as const;

const merge = resource('the config to merge', {
  ...embedded,
  source: {
    printedAsNull: until('3.1.0'),
    note: 'Needed since Ignition 3.1.0.',
    sourceNote: exactlyOne,
  },
});

const replace = resource('the replacing config', { ...embedded, source: { printedAsNull: until('3.1.0') } });

const certificateAuthority = resource('the PEM bundle', {
  ...sinceIgnition31,
  source: { nullable: since('3.1.0'), note: 'Needed.', sourceNote: exactlyOne },
});

const config = object(
  {
    merge: list(merge, byKeyInOrder('source'), {
      doc: 'Configs fetched and merged on top of this one, in order; later ones win.',
      example: [{ source: 'https://example.com/base.ign' }],
    }),
    replace: object(replace.fields, {
      doc: 'A config that is fetched and used in place of this one.',
      example: { source: 'https://example.com/real.ign' },
    }),
  },
  {
    doc: 'Other configs that Ignition merges into this one or takes instead of it.',
    example: { merge: [{ source: 'https://example.com/base.ign' }] },
  },
);

const proxy = object(
  {
    http_proxy: str({
      doc: 'Proxy for http requests, and for https ones when `https_proxy` is not set.',
      example: 'http://proxy.example.com:3128',
      form: 'URL of scheme http or https',
      pattern: webUrl,
      role: 'url',
    }),
    https_proxy: str({
      doc: 'Proxy for https requests. A proxy reached over plain http draws a warning.',
      example: 'https://proxy.example.com:3128',
      form: 'URL of scheme http or https',
      pattern: webUrl,
      role: 'url',
    }),
    no_proxy: strings(byKey('value'), {
      doc: 'Hosts reached directly: address, address/prefix, domain (with a leading dot only its subdomains), each with an optional port, or `*` for all.',
      example: ['localhost', '.example.com'],
    }),
  },
  {
    doc: 'Proxies that Ignition uses while fetching.',
    example: { https_proxy: 'https://proxy.example.com:3128' },
    gate: since('3.1.0'),
  },
);

const tls = object(
  {
    certificate_authorities: list(certificateAuthority, bySource, {
      doc: 'Extra certificate authorities (PEM bundles) trusted besides those of the system.',
      example: [{ local: 'ca.pem' }],
    }),
  },
  { doc: 'TLS settings for fetching over https.', example: { certificate_authorities: [{ local: 'ca.pem' }] } },
);

const security = object(
  { tls },
  {
    doc: 'Network security settings for fetching.',
    example: { tls: { certificate_authorities: [{ local: 'ca.pem' }] } },
  },
);

const timeouts = object(
  {
    http_response_headers: int({
      doc: 'Seconds to wait for the response headers of one request; 0 waits for ever.',
      example: 10,
      default: '10 (applied by Ignition).',
    }),
    http_total: int({
      doc: 'Seconds for a fetch as a whole, retries included; 0 sets no limit.',
      example: 60,
      default: '0 (applied by Ignition).',
    }),
  },
  { doc: 'Time limits for fetching over http and https.', example: { http_total: 60 } },
);

export const ignition = shape({
  config,
  proxy,
  security,
  timeouts,
  version: str({
    doc: 'Version of the Ignition config; the compiler writes the one that belongs to the variant and version.',
    example: '3.6.0',
    nullable: false,
    outputOnly: true,
    required: true,
    form: 'semantic version that Ignition knows',
  }),
});
