// Booleans and numbers. What counts is what systemd's own readers take: C's number prefixes, for example.
import { shown, type ValueFault, type ValueReader, wholeFault } from './fault.ts';

export const booleanWords: readonly string[] = ['yes', 'no', 'true', 'false', 'on', 'off', '1', '0'];
const booleans: ReadonlySet<string> = new Set([...booleanWords, 'y', 'n', 't', 'f']);

export function isBoolean(value: string): boolean {
  return booleans.has(value.toLowerCase());
}

export const readBoolean: ValueReader = (value) =>
  isBoolean(value)
    ? undefined
    : wholeFault(
        value,
        `${value === '' ? 'there is no value' : `${shown(value)} is no boolean`}; write \`yes\` or \`no\``,
      );

/** Empty means that nothing is said. */
export const readTristate: ValueReader = (value) => (value === '' ? undefined : readBoolean(value));

/** An integer in C's spelling: decimal, `0x`, `0o`, `0b`, or octal after a 0. Undefined when it is none. */
export function integerOf(text: string): bigint | undefined {
  const match = /^\s*([+-]?)(0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+|0[0-7]*|[1-9][0-9]*)$/.exec(text);
  if (match === null || text.length > 40) return undefined;
  const digits = match[2] ?? '';
  const amount = /^0[0-7]+$/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits.toLowerCase());
  return match[1] === '-' ? -amount : amount;
}

/** A reader of integers between two limits; `what` names it, `orEmpty` lets an empty value reset it. */
export function integerReader(
  what: string,
  from: bigint,
  to: bigint,
  extras: { readonly orEmpty?: true; readonly words?: readonly string[] } = {},
): ValueReader {
  return (value) => {
    if (value === '' && extras.orEmpty) return undefined;
    if (extras.words?.includes(value)) return undefined;
    const found = integerOf(value);
    if (found !== undefined && found >= from && found <= to) return undefined;
    return wholeFault(value, rangeMessage(value, what, from, to, extras.words ?? []));
  };
}

const largest = 2n ** 31n - 1n;

function rangeMessage(value: string, what: string, from: bigint, to: bigint, words: readonly string[]): string {
  const range = to >= largest ? `from ${from} on` : `from ${from} to ${to}`;
  const others = words.map((word) => ` or \`${word}\``).join('');
  return `${value === '' ? 'there is no value' : `${shown(value)} is no ${what}`}; write a whole number ${range}${others}`;
}

const unsignedMost = 2n ** 32n - 1n;
const int32 = 2n ** 31n;

export const readUnsigned = integerReader('number', 0n, unsignedMost);
export const readUnsignedOrEmpty = integerReader('number', 0n, unsignedMost, { orEmpty: true });
export const readInteger = integerReader('whole number', -(2n ** 63n), 2n ** 63n - 1n);
export const readInt32 = integerReader('whole number', -int32, int32 - 1n);
export const readNice = integerReader('nice level', -20n, 19n, { orEmpty: true });
export const readOomScore = integerReader('OOM score', -1000n, 1000n, { orEmpty: true });
export const readIoPriority = integerReader('I/O priority', 0n, 7n, { orEmpty: true });
export const readCpuPriority = integerReader('scheduling priority', 0n, 99n);
export const readWeight = integerReader('weight', 1n, 10000n, { orEmpty: true });
export const readCpuWeight = integerReader('weight', 1n, 10000n, { orEmpty: true, words: ['idle'] });
export const readBlockIoWeight = integerReader('weight', 10n, 1000n, { orEmpty: true });
export const readCpuShares = integerReader('share', 2n, 262144n, { orEmpty: true });
export const readSwapPriority = integerReader('swap priority', -1n, 32767n, { orEmpty: true });
export const readExitStatus = integerReader('exit status', 0n, 255n, { orEmpty: true });

/** Octal digits, at most 7777. */
export const readMode: ValueReader = (value): ValueFault | undefined => {
  if (/^\s*\+?[0-7]+$/.test(value) && Number.parseInt(value, 8) <= 0o7777) return undefined;
  const wrong = value === '' ? 'there is no value' : `${shown(value)} is no file mode`;
  return wholeFault(value, `${wrong}; write octal digits such as \`0644\``);
};
