// Versions as Butane reads them. It parses with go-semver, which is more lenient than the standard: leading zeros pass, and
// so do a final dash or plus. A sign never does: a plus starts the metadata, a dash the prerelease.

export interface ParsedVersion {
  /** The three numbers, of 64 bits each. */
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly prerelease: string;
  readonly metadata: string;
  /** Normalised: `01.5.0` is `1.5.0`. */
  readonly text: string;
}

const identifiers = /^(?:[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;
const largest = 2n ** 63n - 1n;

/** What a version text says; undefined for one that is no version. */
export function parseVersion(text: string): ParsedVersion | undefined {
  const [withoutMetadata, metadata] = splitAt(text, '+');
  const [core, prerelease] = splitAt(withoutMetadata, '-');
  if (!identifiers.test(prerelease) || !identifiers.test(metadata)) return undefined;
  const match = /^([0-9]+)\.([0-9]+)\.([0-9]+)$/.exec(core);
  if (match === null) return undefined;
  const numbers = [BigInt(match[1] ?? 0), BigInt(match[2] ?? 0), BigInt(match[3] ?? 0)] as const;
  if (numbers.some((number) => number > largest)) return undefined;
  const normalised = numbers.join('.') + (prerelease && `-${prerelease}`) + (metadata && `+${metadata}`);
  return { numbers, prerelease, metadata, text: normalised };
}

function splitAt(text: string, delimiter: string): readonly [string, string] {
  const at = text.indexOf(delimiter);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
