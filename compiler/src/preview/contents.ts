// The contents of a file as a preview can show them: the text of a data URL, the size where it can be told, or from where
// Ignition will fetch them. Never unpacks: who shows gzip has the means to.
import type { Resource } from '../config.ts';
import { decodeDataUrl } from '../output/data-url.ts';
import { encodeBase64 } from '../text/base64.ts';
import { decodeUtf8, isUtf8, utf8Length } from '../text/utf8.ts';

export interface ContentsPreview {
  /** Bytes on the machine; absent when that cannot be known here. */
  readonly size?: number;
  /** From where Ignition fetches them; absent for contents that the config itself holds. */
  readonly url?: string;
  readonly text?: string;
  /** What is no text, or is packed, in base64. */
  readonly base64?: string;
  readonly compression?: 'gzip';
  /** The contents are longer than a preview carries. */
  readonly isCut?: true;
}

/** Bytes of one file's contents that a preview carries: more is no preview. */
const mostPreviewed = 256 * 1024;

export function contentsOf(resource: Resource | undefined): ContentsPreview | undefined {
  const source = resource?.fields.source?.value;
  if (source === undefined || source === '') return undefined;
  if (!source.startsWith('data:')) return { url: source };
  const decoded = decodeDataUrl(source);
  if ('error' in decoded) return { url: source.slice(0, 200) };
  const isPacked = resource?.fields.compression?.value === 'gzip';
  return ofBytes(decoded.bytes, isPacked);
}

function ofBytes(bytes: Uint8Array, isPacked: boolean): ContentsPreview {
  if (isPacked) {
    const size = sizeOfPacked(bytes);
    const packed = { compression: 'gzip', ...(size === undefined ? {} : { size }) } as const;
    return bytes.length > mostPreviewed ? { ...packed, isCut: true } : { ...packed, base64: encodeBase64(bytes) };
  }
  const size = bytes.length;
  if (size > mostPreviewed) return { size, isCut: true };
  const text = asText(bytes);
  return text === undefined ? { size, base64: encodeBase64(bytes) } : { size, text };
}

/** A text of the config's own, such as a unit's. */
export function contentsOfText(text: string): ContentsPreview {
  const size = utf8Length(text);
  return size > mostPreviewed ? { size, isCut: true } : { size, text };
}

/** gzip ends with the length of what was packed, modulo 2³². */
function sizeOfPacked(bytes: Uint8Array): number | undefined {
  if (bytes.length < 18) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset + bytes.length - 4, 4).getUint32(0, true);
}

function asText(bytes: Uint8Array): string | undefined {
  return !bytes.includes(0) && isUtf8(bytes) ? decodeUtf8(bytes) : undefined;
}
