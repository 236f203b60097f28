// Whether contents that a merged config carries itself have the hash that is given with them. Of those that are fetched nobody knows
// before the machine boots. Hashes nothing itself.
import { fieldsOf } from '../../../spec/fields.ts';
import type { Point } from '../../../spec/gate.ts';
import type { ObjectNode } from '../../../spec/model.ts';
import { splitHash } from '../checks/shared/digests.ts';
import hashMismatch from '../diagnostic/codes/hash-mismatch.ts';
import { report } from '../diagnostic/definition.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { OutNode, OutObject } from '../output/nodes.ts';
import { mostCarriedBytes, type Opener } from './carried-configs.ts';
import { isResource, payloadOf } from './payload.ts';

/** A finding for each hash that is that of other contents. Malformed hashes are found elsewhere. */
export function hashFindings(
  object: OutObject,
  spec: ObjectNode,
  point: Point,
  opener: Opener | undefined,
): readonly Diagnostic[] {
  if (opener === undefined) return [];
  const own = isResource(spec) ? mismatch(object, opener) : [];
  const inner = [...fieldsOf(spec, point, 'output')].flatMap(([name, { node }]): readonly Diagnostic[] => {
    const value = object.fields[name];
    if (value?.kind === 'object' && node.kind === 'object') return hashFindings(value, node, point, opener);
    if (value?.kind !== 'list' || node.kind !== 'list' || node.item.kind !== 'object') return [];
    const { item } = node;
    return value.items.flatMap((each) => (each.kind === 'object' ? hashFindings(each, item, point, opener) : []));
  });
  return [...own, ...inner];
}

function mismatch(resource: OutObject, opener: Opener): readonly Diagnostic[] {
  const { verification, source } = resource.fields;
  const hash = verification?.kind === 'object' ? verification.fields.hash : undefined;
  const wanted = hash?.kind === 'text' ? splitHash(hash.value) : undefined;
  if (hash === undefined || !isKnown(wanted) || source === undefined) return [];
  const payload = payloadOf(resource, (bytes) => {
    const unpacked = opener.unpack(bytes, mostCarriedBytes);
    return typeof unpacked === 'string' ? undefined : unpacked;
  });
  if (payload === undefined) return [];
  const actual = opener.digest(wanted.name, payload.bytes);
  if (actual === wanted.value.toLowerCase()) return [];
  const message = `the hash is that of other contents, so that the machine would not boot; remove \`verification\`, or write \`${wanted.name}-${actual}\``;
  return [report(hashMismatch, hash.origin.at(), message, { notes: [contentsNote(source)] })];
}

function contentsNote({ origin }: OutNode) {
  return { message: 'these are the contents', location: origin.location };
}

type Hash = NonNullable<ReturnType<typeof splitHash>>;

function isKnown(hash: Hash | undefined): hash is Hash & { readonly name: 'sha256' | 'sha512' } {
  return hash?.name === 'sha256' || hash?.name === 'sha512';
}
