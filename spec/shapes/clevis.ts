// Ways to unlock a LUKS volume without a passphrase; used by `storage.luks` and by `boot_device.luks`.
import { bool, byKey, int, list, object, shape, since, str } from '../dsl.ts';
import type { Field } from '../model.ts';
import { notEmpty, webUrl } from './patterns.ts';

const tangServer = shape({
  advertisement: str({
    doc: 'Saved advertisement (JSON text) of the server, so that it need not be asked while provisioning.',
    example: '{"payload": "eyJrZXlzIjpb…", "protected": "eyJhbGciOiJFUzUx…", "signature": "AHGbXq4d…"}',
    gate: since('3.4.0'),
    default: 'Fetched from the server.',
    form: 'JSON text',
  }),
  thumbprint: str({
    doc: "Fingerprint of the server's signing key, used to trust what it advertises.",
    example: 'cQGCpcS0yIrJVYpGL2z6dfVA0nU',
    required: true,
    // A server of `boot_device` with the same URL has one.
    supplied: since('1.3.0', 'fcos'),
    pattern: notEmpty,
  }),
  url: str({
    doc: 'Address of the Tang server.',
    example: 'https://tang.example.com',
    nullable: false,
    omitZero: true,
    required: true,
    form: 'URL of scheme http or https',
    pattern: webUrl,
    role: 'url',
  }),
});

/** Servers over the network, any of which can release a share of the key. */
export const tang = list(tangServer, byKey('url'), {
  doc: 'Tang servers over the network, any of which can release a share of the key.',
  example: [{ url: 'https://tang.example.com', thumbprint: 'cQGCpcS0yIrJVYpGL2z6dfVA0nU' }],
});

export const threshold = int({
  doc: 'How many of the configured sources (each Tang server, the TPM2) must answer to unlock.',
  example: 2,
  default: '1 (applied by Ignition).',
  note: 'Has no effect without `tang` or `tpm2`.',
});

export const tpm2 = bool({
  doc: 'Bind the key to the TPM2 chip of the machine.',
  example: true,
  default: 'false.',
});

/** Use of an IBM Crypto Express card. */
export function cex(doc: string, note: Pick<Field, 'note'> = {}) {
  return object(
    {
      enabled: bool({
        doc: 'Protect the volume key with the Crypto Express card; excludes Clevis.',
        example: true,
        default: 'false.',
        ...note,
      }),
    },
    { doc, example: { enabled: true }, gate: since('3.5.0') },
  );
}

const custom = object(
  {
    config: str({
      doc: 'Configuration (JSON text) handed to the pin.',
      example: '{"t": 1, "pins": {"tpm2": {}}}',
      nullable: since('3.3.0'),
      form: 'not empty when `custom` is used; its JSON is not checked',
    }),
    needs_network: bool({ doc: 'Unlocking needs the network to be up.', example: true, default: 'false.' }),
    pin: str({
      doc: 'Name of the Clevis pin.',
      example: 'sss',
      nullable: since('3.3.0'),
      values: [
        { value: '' },
        { value: 'tpm2', doc: 'The TPM2 chip.' },
        { value: 'tang', doc: 'A Tang server.' },
        { value: 'sss', doc: "Shamir's secret sharing over other pins." },
      ],
      valuesOpen: since('3.6.0'),
    }),
  },
  {
    doc: 'A Clevis pin and its configuration given by hand; excludes the other Clevis fields.',
    example: { pin: 'sss', config: '{"t": 1, "pins": {"tpm2": {}}}' },
    nullable: { base: { until: '3.3.0' } },
  },
);

export const clevis = object(
  { custom, tang, threshold, tpm2 },
  {
    doc: 'Automatic unlocking: Tang servers, TPM2, or a policy of your own.',
    example: { tpm2: true },
    nullable: { base: { until: '3.3.0' } },
  },
);
