// Limits of I/O for a device: its path, a blank, and a weight, a size or a time span.
import { shown, type ValueReader, wholeFault } from './fault.ts';
import { integerOf } from './numbers.ts';
import { hasParent } from './paths.ts';
import { isSize, timeSpanOf } from './quantities.ts';

const mostWeight = 10000n;

function deviceReader(example: string, what: string, accepts: (text: string) => boolean): ValueReader {
  return (value) => {
    if (value === '') return undefined;
    const [, path = '', amount = ''] = /^("[^"]*"|'[^']*'|\S+)\s+(.*)$/s.exec(value) ?? [];
    if (amount === '') return wholeFault(value, `${shown(value)} is no device with ${what}; write ${example}`);
    if (hasParent(path.replace(/["']/g, ''))) {
      return { start: 0, end: path.length, message: `${shown(path)} has \`..\` in it; write the path that it means` };
    }
    if (accepts(amount)) return undefined;
    const message = `${shown(amount)} is no such ${what}; write ${example}`;
    return { start: value.length - amount.length, end: value.length, message };
  };
}

export const readDeviceWeight = deviceReader('`/dev/sda 500`, from 1 to 10000', 'weight', (text) => {
  const weight = integerOf(text);
  return weight !== undefined && weight >= 1n && weight <= mostWeight;
});

export const readDeviceLimit = deviceReader('`/dev/sda 5M`', 'limit', (text) => {
  return text === 'infinity' || (isSize(text) && /[1-9]/.test(text));
});

export const readDeviceLatency = deviceReader('`/dev/sda 25ms`', 'time span', (text) => {
  return timeSpanOf(text) !== undefined;
});
