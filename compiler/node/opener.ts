// Unpacking and hashing of what a config carries, from Node's zlib and crypto.
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { Opener } from '../src/project/carried-configs.ts';

export const opener: Opener = {
  unpack(bytes, most) {
    try {
      return gunzipSync(bytes, { maxOutputLength: Math.max(1, most) });
    } catch (error) {
      return error instanceof RangeError ? 'too-large' : 'damaged';
    }
  },
  digest: (name, bytes) => createHash(name).update(bytes).digest('hex'),
};
