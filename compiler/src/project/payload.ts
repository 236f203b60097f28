// Contents that a config itself carries, in data URLs, perhaps packed: as the bytes that the machine gets.
import type { ObjectNode } from '../../../spec/model.ts';
import { decodeDataUrl } from '../output/data-url.ts';
import type { OutObject } from '../output/nodes.ts';
import { decodeUtf8, isUtf8 } from '../text/utf8.ts';

export interface Payload {
  readonly bytes: Uint8Array;
  /** Undefined when it is not UTF-8, or has a NUL. */
  readonly text: string | undefined;
}

/** gunzip; undefined for bytes that are no gzip. */
export type Unpack = (bytes: Uint8Array) => Uint8Array | undefined;

/** Whether an object is something that is fetched. */
export function isResource({ fields }: ObjectNode): boolean {
  return fields.source?.role === 'url' && fields.verification !== undefined;
}

/** What a resource carries; undefined when it is fetched from elsewhere, or cannot be unpacked. */
export function payloadOf(resource: OutObject | undefined, unpack?: Unpack): Payload | undefined {
  const source = resource?.fields.source;
  if (source?.kind !== 'text' || !/^data:/i.test(source.value)) return undefined;
  const decoded = decodeDataUrl(source.value);
  if ('error' in decoded) return undefined;
  const compression = resource?.fields.compression;
  const isPacked = compression?.kind === 'text' && compression.value === 'gzip';
  const bytes = isPacked ? unpack?.(decoded.bytes) : decoded.bytes;
  if (bytes === undefined) return undefined;
  const isText = isUtf8(bytes) && !bytes.includes(0);
  return { bytes, text: isText ? decodeUtf8(bytes) : undefined };
}
