// What the reference accepts, the schemas accept; what it prints conforms to the schemas of Ignition.
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { butaneSchema, ignitionSchema } from '../../spec/derive/json-schema.ts';
import { ignitionVersion, resolveSpec, type Spec } from '../../spec/resolve.ts';
import { readCorpus } from '../conformance/corpus.ts';
import { compile, faults } from './validator.ts';

const accepted = [...readCorpus().values()].flat().filter((entry) => entry.expect.output !== null);

/** The YAML library does not take NEL for a line break. */
const readDifferently = new Set(['yaml-doc/fcos-1.6.0/nel-break.0']);

/** Keys that the schema refuses and the reference only warns of. */
const unknownKeys = new Set(['unused-key', 'opaque-section']);

const validators = new Map<string, ReturnType<typeof compile>>();

function validatorOf(name: string, schema: () => object): ReturnType<typeof compile> {
  const validate = validators.get(name) ?? compile(schema() as Parameters<typeof compile>[0]);
  validators.set(name, validate);
  return validate;
}

/** As an editor reads it: YAML 1.2 with merge keys. Undefined where it cannot. */
function load(input: string): unknown {
  const [document] = parseAllDocuments(input, { merge: true, uniqueKeys: false, logLevel: 'silent' });
  if (document === undefined || document.errors.length > 0 || !('toJS' in document)) return undefined;
  return inJson(document.toJS({ maxAliasCount: -1 }));
}

/** Bytes and numbers beyond the range of JSON are texts to a schema. */
function inJson(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) return value.map(inJson);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inJson(member)]));
}

function specOf(value: unknown): Spec | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { variant, version } = value as { readonly variant?: unknown; readonly version?: unknown };
  return resolveSpec(String(variant), String(version));
}

test('accepted configs conform to the schema of their spec', () => {
  const known = accepted.filter(({ expect }) => !expect.diagnostics.some(({ code }) => unknownKeys.has(code)));
  const read = known
    .filter(({ id }) => !readDifferently.has(id))
    .map((entry) => ({ entry, value: load(entry.input) }))
    .filter(({ value }) => value !== undefined);
  // A few inputs are such that the YAML library refuses them.
  expect(read.length).toBeGreaterThan(known.length * 0.98);
  const found = read.flatMap(({ entry, value }) => {
    const spec = specOf(value);
    if (spec === undefined) return [`${entry.id}: no spec`];
    const validate = validatorOf(`${spec.variant} ${spec.version}`, () => butaneSchema(spec));
    const fault = faults(validate, value);
    return fault === undefined ? [] : [`${entry.id}: ${fault}`];
  });
  expect(found).toEqual([]);
});

test('what is printed conforms to the schema of its Ignition version', () => {
  expect(accepted.length).toBeGreaterThan(500);
  const found = accepted.flatMap(({ id, expect: { output } }) => {
    const text = output ?? '';
    const printed = text.startsWith('{') ? JSON.parse(text) : parse(text).spec.config;
    const version: string = printed.ignition.version;
    const spec = ignitionVersion(version);
    if (spec === undefined) return [`${id}: unknown version ${version}`];
    const validate = validatorOf(version, () => ignitionSchema(spec));
    const fault = faults(validate, printed);
    return fault === undefined ? [] : [`${id}: ${fault}`];
  });
  expect(found).toEqual([]);
});
