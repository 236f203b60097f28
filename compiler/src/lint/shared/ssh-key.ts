// What is wrong with a line of `authorized_keys`, as far as anybody can tell from the line.
import { quoted } from '../../checks/shared/words.ts';
import { decodeBase64 } from '../../text/base64.ts';

const type =
  /^(?:(?:sk-)?(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-nistp(?:256|384|521)))(?:-cert-v\d+)?(?:@openssh\.com)?$/;
/** What a key in base64 begins with: the length of the name of its type. */
const blobStart = /^AAAA[A-Za-z0-9+/]/;

/** The message about a line; undefined when it is a key, as far as can be told, or when it is none on purpose. */
export function sshKeyFault(line: string): string | undefined {
  if (line === '' || line.startsWith('#')) return undefined;
  if (line.startsWith('-----BEGIN')) {
    return 'this is no public SSH key in one line; write the text of the `.pub` file, such as `ssh-ed25519 AAAA… me@host`';
  }
  if (/^[~./][\w~./-]*$|^[\w~./-]+\.pub$/.test(line)) {
    return `${quoted(line)} is the name of a file; write the key in it, or name a local file under \`ssh_authorized_keys_local\``;
  }
  const words = line.split(/[ \t]+/);
  const at = words.findIndex((word) => type.test(word));
  const name = words[at];
  if (name === undefined) {
    const written = typeOf(words.find((word) => blobStart.test(word)) ?? '');
    if (written !== undefined) return `the key has no type before it; put ${quoted(written)} there`;
    return `${quoted(line)} is no SSH key; write one such as \`ssh-ed25519 AAAA… me@host\``;
  }
  const blob = words[at + 1];
  if (blob === undefined) return `nothing stands behind ${quoted(name)}; add the key`;
  const bytes = decodeBase64(padded(blob));
  if (bytes === undefined)
    return `the key behind ${quoted(name)} is no base64; copy the whole line of the \`.pub\` file`;
  const written = typeOf(blob);
  if (written !== undefined && written !== name) {
    return `the key is of the type ${quoted(written)}, and ${quoted(name)} stands before it; write the type of the key`;
  }
  if (isWhole(bytes)) return undefined;
  const next = words[at + 2] ?? '';
  return /^[A-Za-z0-9+/]{16,}={0,2}$/.test(next)
    ? `the key is broken by a blank before ${quoted(next)}; write it in one piece`
    : 'the end of the key is missing; copy the whole line of the `.pub` file';
}

/** The type that a key in base64 names itself. */
function typeOf(blob: string): string | undefined {
  // Four bytes of length, then the name: 80 characters are enough for the longest one.
  const start = blob.slice(0, 80);
  const bytes = decodeBase64(start.slice(0, start.length - (start.length % 4)));
  if (bytes === undefined) return undefined;
  const length = lengthAt(bytes, 0);
  if (length === undefined || bytes.length < 4 + length) return undefined;
  const name = String.fromCharCode(...bytes.subarray(4, 4 + length));
  return type.test(name) ? name : undefined;
}

/** Whether the parts of a key, each with its length before it, end where the key does. */
function isWhole(bytes: Uint8Array): boolean {
  let at = 0;
  let parts = 0;
  while (at < bytes.length) {
    const length = lengthAt(bytes, at);
    if (length === undefined) return false;
    at += 4 + length;
    parts++;
  }
  return at === bytes.length && parts > 1;
}

function lengthAt(bytes: Uint8Array, at: number): number | undefined {
  if (at + 4 > bytes.length) return undefined;
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
}

function padded(blob: string): string {
  const bare = blob.replace(/=+$/, '');
  return bare + '='.repeat((4 - (bare.length % 4)) % 4);
}
