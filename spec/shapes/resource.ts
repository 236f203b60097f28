// Something that is fetched: a config, a certificate bundle, the contents of a file, a key. One shape for all of them.
import { byKey, list, shape, shaped, since, str } from '../dsl.ts';
import type { Field, ListMerge } from '../model.ts';
import { digest, notEmpty, sourceUrlOrEmpty } from './patterns.ts';

/** How a resource differs from the contents of a file. */
export interface ResourceOptions {
  readonly compression?: Pick<Field, 'gate'>;
  readonly source?: Partial<Pick<Field, 'nullable' | 'printedAsNull' | 'note' | 'sourceNote'>>;
  readonly inline?: Partial<Pick<Field, 'gate' | 'role' | 'example'>>;
}

const httpHeader = shape({
  name: str({
    doc: 'Name of the request header.',
    example: 'Authorization',
    nullable: false,
    required: true,
    pattern: notEmpty,
  }),
  value: str({
    doc: 'Value of the request header. Leave it out to drop a header of that name inherited from a merged parent config.',
    example: 'Bearer 0123456789abcdef',
    form: 'not empty when present',
    pattern: notEmpty,
  }),
});

/** A child's header without a value takes the parent's header away. */
const byHeaderName: ListMerge = { by: 'key', key: { field: 'name' }, removal: 'without-value' };

/** `noun` is what is fetched, as it stands in a sentence: `the key`. */
export function resource(noun: string, options: ResourceOptions = {}) {
  return shape({
    compression: str({
      doc: `How the fetched data of ${noun} is packed; it is unpacked before use.`,
      example: 'gzip',
      values: [
        { value: '', doc: 'Not packed.' },
        { value: 'gzip', doc: 'Packed with gzip.' },
      ],
      default: 'Not packed.',
      about: 'source',
      sourceNote:
        'With `inline` or `local` it declares that the text given is already packed; without it the compiler packs the text where that is shorter.',
      ...options.compression,
    }),
    http_headers: list(httpHeader, byHeaderName, {
      doc: `Extra request headers to send when fetching ${noun} over http or https.`,
      example: [{ name: 'Authorization', value: 'Bearer 0123456789abcdef' }],
      gate: since('3.1.0'),
      note: 'Only with a `source` of scheme http or https.',
    }),
    source: str({
      doc: `URL from which Ignition fetches ${noun} when the machine is provisioned.`,
      example: 'https://example.com/data',
      form: 'URL of scheme http, https, tftp, s3 or data; since Ignition 3.2.0 also gs, since 3.4.0 also arn (of S3)',
      pattern: sourceUrlOrEmpty,
      role: 'url',
      sourceNote: 'Use at most one of `source`, `inline` and `local`.',
      ...options.source,
    }),
    inline: str({
      doc: `Text of ${noun}, carried inside the config itself as a data URL.`,
      example: 'hello\n',
      sourceOnly: true,
      ...options.inline,
    }),
    local: str({
      doc: `Name of the file that holds ${noun}, relative to the files directory given to the compiler.`,
      example: 'files/data',
      gate: since('3.1.0'),
      sourceOnly: true,
      form: 'path that does not lead out of the files directory',
      role: 'local-file',
    }),
    verification: shaped(verification(noun), {
      doc: `Checks applied to ${noun} after fetching.`,
      example: { hash: exampleHash },
      about: 'source',
    }),
  });
}

/** Resources that Ignition 3.0.0 knew only by `source` and `verification`. */
export const sinceIgnition31 = {
  compression: { gate: since('3.1.0') },
  inline: { gate: since('3.1.0') },
} as const satisfies ResourceOptions;

/** Lists of resources that may not repeat a source. */
export const bySource = byKey('source');

const exampleHash = 'sha256-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

function verification(noun: string) {
  return shape({
    hash: str({
      doc: `Expected digest of ${noun} after unpacking: digest function, dash, hexadecimal digits.`,
      example: exampleHash,
      form: '`sha512-` and 128 hexadecimal digits; since Ignition 3.1.0 also `sha256-` and 64',
      pattern: digest,
    }),
  });
}
