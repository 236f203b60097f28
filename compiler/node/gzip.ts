// gzip for the core, from Node's zlib.
import { gzipSync } from 'node:zlib';

const operatingSystemByte = 9;
const unknownSystem = 255;

/** The gzip of `bytes` at zlib's level 9. The header names no operating system, so that all platforms give the same bytes. */
export function gzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  packed[operatingSystemByte] = unknownSystem;
  return packed;
}
