// Which number a scalar text is, by the rules of the reference's YAML reader (those of YAML 1.1 with some of 1.2). Numbers
// of 64 bits are exact. Never judges quotes or tags: that is for `resolve-scalar.ts`.

/** What a text of digits is; undefined when it is no number and so a text. */
export type NumberResolution =
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'float'; readonly value: number };

const largestInt = 2n ** 63n - 1n;
const smallestInt = -(2n ** 63n);
const largestUnsigned = 2n ** 64n - 1n;

const decimal = /^[-+]?(?:0|[1-9][0-9]*)$/;
const octal = /^([-+]?)0[oO]?([0-7]+)$/;
const hexadecimal = /^([-+]?)0[xX]([0-9a-fA-F]+)$/;
const binary = /^([-+]?)0[bB]([01]+)$/;
/** A sign after the prefix is taken too, with small letters only: an accident of the reference that configs can rely on. */
const signAfterPrefix = /^0(?:b([-+])([01]+)|o([-+])([0-7]+))$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const startsLikeNumber = /^[-+.0-9]/;

/** Reads an unquoted text (or one with an explicit number tag) as a number. */
export function resolveNumber(text: string): NumberResolution | undefined {
  if (!startsLikeNumber.test(text)) return undefined;
  // A text that starts with a point is only ever a float, and keeps its underscores.
  if (text.startsWith('.')) return resolveFloat(text);
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const value = resolveInt(plain);
  return value === undefined ? resolveFloat(plain) : { kind: 'int', value };
}

/** An integer: signed 64 bits, or unsigned 64 bits when it has no sign. Beyond that a text is a float at best. */
function resolveInt(text: string): bigint | undefined {
  const value = unboundedInt(text);
  if (value === undefined || value < smallestInt) return undefined;
  if (value <= largestInt) return value;
  return value <= largestUnsigned && !text.startsWith('+') ? value : undefined;
}

function unboundedInt(text: string): bigint | undefined {
  if (decimal.test(text)) {
    const digits = text.replace(/^[-+]/, '');
    return text.startsWith('-') ? -bounded(digits) : bounded(digits);
  }
  for (const [pattern, prefix] of prefixed) {
    const match = pattern.exec(text);
    if (match) return signed(match[1], prefix, match[2] ?? '');
  }
  const odd = signAfterPrefix.exec(text);
  if (odd === null) return undefined;
  const value = odd[1] ? signed(odd[1], '0b', odd[2] ?? '') : signed(odd[3], '0o', odd[4] ?? '');
  return value <= largestInt ? value : undefined;
}

const prefixed: readonly (readonly [RegExp, string])[] = [
  [octal, '0o'],
  [hexadecimal, '0x'],
  [binary, '0b'],
];

function signed(sign: string | undefined, prefix: string, digits: string): bigint {
  const value = bounded(`${prefix}${digits.replace(/^0+(?=.)/, '')}`);
  return sign === '-' ? -value : value;
}

/** No integer of 64 bits has more characters than this, prefix included; longer ones would only cost time. */
const longestInt = 66;

function bounded(literal: string): bigint {
  return literal.length > longestInt ? largestUnsigned + 1n : BigInt(literal);
}

function resolveFloat(text: string): NumberResolution | undefined {
  if (!float.test(text)) return undefined;
  const value = Number(text);
  // What overflows a double stays a text.
  return Number.isFinite(value) ? { kind: 'float', value } : undefined;
}

/** The float as the reference stores it into an integer field: cut towards zero; undefined when it does not fit. */
export function truncateToInt(value: number): bigint | undefined {
  if (Number.isNaN(value) || value > 2 ** 63) return undefined;
  // Beyond the range on the negative side, and at exactly 2^63, the machine's conversion gives the smallest integer.
  if (value < -(2 ** 63) || value === 2 ** 63) return smallestInt;
  return BigInt(Math.trunc(value));
}

/** Whether a resolved integer fits a signed field of 64 bits. */
export function fitsInt64(value: bigint): boolean {
  return value >= smallestInt && value <= largestInt;
}
