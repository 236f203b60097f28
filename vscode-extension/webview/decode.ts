// Contents as text: data URLs, base64, gzip by the browser's own means. Never fetches anything.

export type Decoded = { readonly text: string } | { readonly bytes: number };

/** Characters of a decoded text that are shown. */
export const mostShown = 100_000;

/** The data of a data URL; undefined for what is none. */
export async function decodeDataUrl(url: string): Promise<Decoded | undefined> {
  const found = /^data:[^,]*?(;base64)?,/.exec(url);
  if (!found) return undefined;
  const data = url.slice(found[0].length);
  const bytes = found[1] ? fromBase64(data) : fromPercent(data);
  return bytes && decodeBytes(bytes);
}

/** The data of base64; undefined for what is none. */
export async function decodeBase64(data: string): Promise<Decoded | undefined> {
  const bytes = fromBase64(data);
  return bytes && decodeBytes(bytes);
}

/** Gzip tells itself by its first two bytes, whatever a config says of it. */
async function decodeBytes(bytes: Uint8Array<ArrayBuffer>): Promise<Decoded> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const plain = isGzip ? await unpack(bytes) : bytes;
  if (plain.includes(0)) return { bytes: plain.length };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(plain) };
  } catch {
    // Not UTF-8.
    return { bytes: plain.length };
  }
}

/** Bytes that are unpacked at most: a few kilobytes of gzip can become gigabytes. */
const mostUnpacked = 4_000_000;

async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done && length < mostUnpacked; read = await reader.read()) {
      chunks.push(read.value);
      length += read.value.length;
    }
    await reader.cancel();
  } catch {
    // Broken gzip: what it is not is all that can be said.
    return bytes;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

function fromBase64(data: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function fromPercent(data: string): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  // What is no escape of two digits stands for itself; whole pieces, as half a surrogate pair has no bytes.
  const pieces = data.split(/(%[0-9a-f]{2})/i).map((piece, index) => {
    return index % 2 === 1 ? Uint8Array.of(Number.parseInt(piece.slice(1), 16)) : encoder.encode(piece);
  });
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
