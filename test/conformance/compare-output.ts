// Whether an output is the reference's, byte for byte. Gzip payloads may differ (another deflate coder), and so may the
// choice among plain, base64 and gzip where two are almost equally long, as long as the decoded bytes are the same.
import { gunzipSync } from 'node:zlib';

export type Comparison = 'identical' | 'gzip-differs' | 'choice-differs' | 'different';

/** Our gzip may be this much longer than the reference's, in bytes. */
const gzipSlack = 8;

export function compareOutput(actual: string, expected: string): Comparison {
  if (actual === expected) return 'identical';
  if (unpackGzip(actual) === unpackGzip(expected)) return 'gzip-differs';
  return decodeAll(actual) === decodeAll(expected) ? 'choice-differs' : 'different';
}

const gzipUrl = /data:;base64,(H4sI[A-Za-z0-9+/=]*)/g;

/** How many bytes the longest of our gzip payloads has more than the reference's. */
export function gzipExcess(actual: string, expected: string): number {
  const ours = [...actual.matchAll(gzipUrl)].map((match) => (match[1] ?? '').length);
  const theirs = [...expected.matchAll(gzipUrl)].map((match) => (match[1] ?? '').length);
  if (ours.length !== theirs.length) return 0;
  return Math.max(0, ...ours.map((length, index) => ((length - (theirs[index] ?? 0)) * 3) / 4));
}

export const allowedGzipExcess = gzipSlack;

function unpackGzip(output: string): string {
  return output.replace(gzipUrl, (_, base64: string) => `gzip:${hex(gunzipSync(Buffer.from(base64, 'base64')))}`);
}

/** Every data URL as its bytes; `compression` beside it then says nothing any more. */
function decodeAll(output: string): string {
  return output
    .replace(gzipUrl, (_, base64: string) => `data=${hex(gunzipSync(Buffer.from(base64, 'base64')))}`)
    .replace(/data:;base64,([A-Za-z0-9+/=]*)/g, (_, base64: string) => `data=${hex(Buffer.from(base64, 'base64'))}`)
    .replace(/data:,([A-Za-z0-9%_.!~*'()-]*)/g, (_, text: string) => `data=${hex(percentDecode(text))}`)
    .replace(/"compression":\s*"(gzip)?",?/g, '')
    .replace(/compression: (gzip|"")/g, '');
}

function percentDecode(text: string): Buffer {
  const bytes = text.replace(/%([0-9A-F]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
