// Numbers, durations and sizes in quadlets, read as the libraries of Go read them that Podman uses.
import { shown, wholeFault } from '../unit-syntax/values/fault.ts';
import { plain } from './plain.ts';

/** A number that is not negative, as the options of Podman take it: decimal, or with one of C's prefixes. */
export const readCount = plain((value) =>
  /^(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]*|[1-9]\d*)$/.test(value)
    ? undefined
    : wholeFault(value, `${shown(value)} is no number; write digits alone, such as \`${digitsOf(value) ?? '3'}\``),
);

/** A number of seconds. */
export const readSeconds = plain((value) =>
  /^-?\d+$/.test(value)
    ? undefined
    : wholeFault(
        value,
        `${shown(value)} is no number of seconds; write digits without a unit, such as \`${secondsOf(value) ?? '30'}\``,
      ),
);

/** A whole number; `-1` means that there is no limit. */
export const readLimit = plain((value) =>
  /^-?\d+$/.test(value)
    ? undefined
    : wholeFault(value, `${shown(value)} is no number; write digits alone, or \`-1\` for no limit`),
);

/** Go's durations: `0`, or numbers each with its unit (time.ParseDuration). */
const duration = /^[+-]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

export const readDuration = plain((value) =>
  duration.test(value) ? undefined : wholeFault(value, durationMessage(value)),
);

/** `disable` is a value, too: no timer. */
export const readInterval = plain((value) =>
  value === 'disable' || duration.test(value) ? undefined : wholeFault(value, durationMessage(value)),
);

function durationMessage(value: string): string {
  const advice = /^\d+(?:\.\d+)?$/.test(value)
    ? `a unit is missing: \`${value}s\``
    : /^\d+ ?d(ays?)?$/i.test(value)
      ? `there are no days: \`${Number.parseInt(value, 10) * 24}h\``
      : 'write numbers with the units `h`, `m`, `s` or `ms` and no blanks, such as `1m30s`';
  return `${shown(value)} is no duration; ${advice}`;
}

/** Bytes, perhaps with `b`, `k`, `m`, `g`, `t` or `p`, also `kb` and `kib`, in upper or lower case (go-units). */
export const readSize = plain((value) =>
  /^\+?(?:\d+(?:\.\d*)?|\.\d+) ?(?:b|[kmgtp](?:i?b)?)?$/i.test(value)
    ? undefined
    : wholeFault(
        value,
        `${shown(value)} is no size; write bytes, or a number with \`k\`, \`m\` or \`g\`, such as \`512m\``,
      ),
);

function digitsOf(value: string): string | undefined {
  return /^\d+(?=\D)/.exec(value)?.[0];
}

const units: { readonly [unit: string]: number } = { s: 1, sec: 1, m: 60, min: 60, h: 3600 };

function secondsOf(value: string): string | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,6}) ?([a-z]+)$/i.exec(value) ?? [];
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  return factor === undefined ? undefined : String(Number(digits) * factor);
}
