// Paths as systemd unit names. Follows the reference, which is not quite `systemd-escape --path`.
import { encodeUtf8 } from './utf8.ts';

const slash = 0x2f;
const dot = 0x2e;

/**
 * `path` as a unit name without its suffix: slashes at both ends vanish, runs of others become one `-`, letters, digits,
 * `:`, `_` and `.` stay, a dot at the very start and all other bytes become `\x` and their lower-case hex, unpadded.
 * `bytes` are the path's own bytes when it is not UTF-8.
 */
export function escapeSystemdPath(path: string, bytes: Uint8Array = encodeUtf8(path)): string {
  let name = '';
  let pendingSlash = false;
  for (const byte of bytes) {
    if (byte === slash) {
      pendingSlash = name !== '';
      continue;
    }
    if (pendingSlash) name += '-';
    pendingSlash = false;
    name += staysAsItIs(byte, name === '') ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`;
  }
  return name || '-';
}

function staysAsItIs(byte: number, first: boolean): boolean {
  return byte === dot ? !first : /[0-9A-Za-z:_]/.test(String.fromCharCode(byte));
}
