// Time spans, sizes, percentages and limits.
import { hasSpecifier, shown, type ValueReader, wholeFault } from './fault.ts';
import { integerOf } from './numbers.ts';

/** Seconds that a unit of time has. In systemd's order: a longer spelling stands before its beginning. */
const timeUnits: readonly (readonly [string, number])[] = [
  ['seconds', 1],
  ['second', 1],
  ['sec', 1],
  ['s', 1],
  ['minutes', 60],
  ['minute', 60],
  ['min', 60],
  ['months', 2629800],
  ['month', 2629800],
  ['M', 2629800],
  ['msec', 1e-3],
  ['ms', 1e-3],
  ['m', 60],
  ['hours', 3600],
  ['hour', 3600],
  ['hr', 3600],
  ['h', 3600],
  ['days', 86400],
  ['day', 86400],
  ['d', 86400],
  ['weeks', 604800],
  ['week', 604800],
  ['w', 604800],
  ['years', 31557600],
  ['year', 31557600],
  ['y', 31557600],
  ['usec', 1e-6],
  ['us', 1e-6],
  ['µs', 1e-6],
  ['μs', 1e-6],
];
const nanoUnits: readonly (readonly [string, number])[] = [['nsec', 1e-9], ['ns', 1e-9], ...timeUnits];

const mostSeconds = 1.8e13;

/** Seconds of a time span such as `1h 30min`; undefined when it is none. A number alone counts `bare` seconds. */
export function timeSpanOf(value: string, units = timeUnits, bare = 1): number | undefined {
  let rest = value.trim();
  if (rest === '') return undefined;
  if (rest === 'infinity') return Number.POSITIVE_INFINITY;
  let seconds = 0;
  // Each turn takes a number; a value of a megabyte of numbers is no time span.
  for (let count = 0; rest !== ''; count++) {
    const match = /^(\d+(?:\.\d*)?|\.\d+)[ \t]*/.exec(rest);
    if (match === null || count > 20 || (match[1] ?? '').length > 18) return undefined;
    const number = match[1] ?? '';
    rest = rest.slice(match[0].length);
    const unit = units.find(([name]) => rest.startsWith(name));
    if (number.endsWith('.') && unit !== undefined) return undefined;
    if (unit !== undefined) rest = rest.slice(unit[0].length).trimStart();
    seconds += Number(number) * (unit?.[1] ?? bare);
  }
  return seconds < mostSeconds ? seconds : undefined;
}

const advice = 'write a time span such as `30s`, `5min` or `1h 30min`';

function spanReader(orEmpty: boolean, units = timeUnits, bare = 1): ValueReader {
  return (value) => {
    if (value === '' && orEmpty) return undefined;
    if (timeSpanOf(value, units, bare) !== undefined) return undefined;
    return wholeFault(value, `${value === '' ? 'there is no value' : `${shown(value)} is no time span`}; ${advice}`);
  };
}

export const readTimeSpan = spanReader(false);
export const readTimeSpanOrEmpty = spanReader(true);
/** When a timer elapses: specifiers are expanded here, so that each instance may have its own time. */
export const readTimerSpan: ValueReader = (value) => (hasSpecifier(value) ? undefined : readTimeSpanOrEmpty(value));
export const readNanoseconds = spanReader(false, nanoUnits, 1e-9);

const sizeSuffixes = 'EPTGMKB';

/** Whether a text is a size such as `512M` or `1G 500M`, each part smaller than the one before. */
export function isSize(text: string): boolean {
  let rest = text.trim();
  let least = -1;
  if (rest === '') return false;
  for (let count = 0; rest !== ''; count++) {
    const match = /^(\d+(?:\.\d*)?)[ \t]*([EPTGMKB]?)[ \t]*/.exec(rest);
    if (match === null || count > 10) return false;
    const suffix = match[2] ?? '';
    const rank = suffix === '' ? sizeSuffixes.length : sizeSuffixes.indexOf(suffix);
    if (rank <= least) return false;
    if (Number(match[1]) * 1024 ** Math.max(0, 6 - rank) >= 2 ** 64) return false;
    least = rank;
    rest = rest.slice(match[0].length);
  }
  return true;
}

/** Hundredths of a per cent, at most two digits behind the point (`5.25%`, `5‰`, `5‱`); undefined when it is none. */
export function percentOf(text: string): number | undefined {
  const match = /^(\d+)(?:\.(\d{1,2}))?%$|^(\d+)(?:\.(\d))?‰$|^(\d+)‱$/.exec(text);
  if (match === null) return undefined;
  const [, whole, part = '', mille, milleP = '', myriad] = match;
  if (whole !== undefined) return Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return mille === undefined ? Number(myriad) : Number(mille) * 10 + Number(milleP || '0');
}

function isShare(value: string): boolean {
  const percent = percentOf(value);
  return percent !== undefined && percent <= 10000;
}

function reader(what: string, example: string, accepts: (value: string) => boolean): ValueReader {
  return (value) => (accepts(value) ? undefined : wholeFault(value, `${shown(value)} is no ${what}; write ${example}`));
}

const sizeExample = 'a number of bytes such as `512M` or `2G`';

export const readSize: ValueReader = reader('size', sizeExample, isSize);
export const readMemory = reader(
  'amount of memory',
  `${sizeExample}, a share such as \`50%\`, or \`infinity\``,
  (value) => {
    return value === '' || value === 'infinity' || isShare(value) || isSize(value);
  },
);
/** Zero would mean that nothing can run. */
export const readMemoryAboveZero: ValueReader = (value) =>
  /^0+[EPTGMKB%]?$/.test(value)
    ? wholeFault(value, `${shown(value)} leaves no memory at all; write ${sizeExample}`)
    : readMemory(value);
export const readPercent = reader('percentage', 'a share such as `60%`', (value) => value === '' || isShare(value));
export const readCpuQuota = reader('share of CPU time', 'a percentage above 0, such as `50%` or `200%`', (value) => {
  return value === '' || (percentOf(value) ?? 0) > 0;
});
export const readTasksMax = reader('number of tasks', 'a number, a share such as `80%`, or `infinity`', (value) => {
  if (value === '' || value === 'infinity') return true;
  const percent = percentOf(value);
  if (percent !== undefined) return percent > 0 && percent <= 10000;
  return (integerOf(value) ?? 0n) > 0n;
});

/** A resource limit, soft and hard: `N` or `SOFT:HARD`, each part read by `accepts`. */
function limitReader(
  example: string,
  accepts: (part: string) => boolean,
  isAbove?: (a: string, b: string) => boolean,
): ValueReader {
  return (value) => {
    if (value === '') return wholeFault(value, `there is no value; write ${example}`);
    const parts = value.split(':');
    const isFine = parts.length <= 2 && parts.every(accepts);
    if (!isFine) return wholeFault(value, `${shown(value)} is no resource limit; write ${example}`);
    const [soft = '', hard] = parts;
    if (hard === undefined || hard === 'infinity' || !(soft === 'infinity' || isAbove?.(soft, hard))) return undefined;
    return wholeFault(
      value,
      `the soft limit \`${soft}\` is above the hard limit \`${hard}\`; write the smaller one first`,
    );
  };
}

const isCount = (part: string): boolean => {
  if (part === 'infinity') return true;
  const found = integerOf(part);
  return found !== undefined && found >= 0n && found < 2n ** 64n;
};
const isMore = (soft: string, hard: string): boolean => (integerOf(soft) ?? 0n) > (integerOf(hard) ?? 0n);
const isLonger = (soft: string, hard: string): boolean => (timeSpanOf(soft) ?? 0) > (timeSpanOf(hard) ?? 0);

export const readLimit = limitReader('a number, `SOFT:HARD`, or `infinity`', isCount, isMore);
export const readSizeLimit = limitReader(
  'a size such as `1G`, `SOFT:HARD`, or `infinity`',
  (part) => part === 'infinity' || isSize(part),
  (soft, hard) => {
    return bytesOf(soft) > bytesOf(hard);
  },
);
export const readSecondsLimit = limitReader(
  'a time span, `SOFT:HARD`, or `infinity`',
  (part) => timeSpanOf(part) !== undefined,
  isLonger,
);
export const readMicrosecondsLimit = readSecondsLimit;
export const readNiceLimit = limitReader('a nice level with its sign, or a number from 1 to 40', (part) => {
  if (/^[+-]/.test(part)) return /^(?:-(?:20|1?\d)|\+(?:1?\d))$/.test(part);
  const found = integerOf(part);
  return found !== undefined && found >= 0n && found <= 40n;
});

function bytesOf(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d*)?)[ \t]*([EPTGMKB]?)/g)];
  return parts.reduce((sum, [, number, suffix = '']) => {
    const rank = suffix === '' ? sizeSuffixes.length : sizeSuffixes.indexOf(suffix);
    return sum + Number(number) * 1024 ** Math.max(0, 6 - rank);
  }, 0);
}
