// Calendar expressions of timers: `Mon..Fri *-*-* 10:00:00 Europe/Berlin` and the words for the common ones.
import { hasSpecifier, shown, type ValueFault, type ValueReader, wholeFault } from './fault.ts';

const keywords: ReadonlySet<string> = new Set([
  ...'minutely hourly daily weekly monthly quarterly yearly annually anually'.split(' '),
  ...'biannually bi-annually semiannually semi-annually'.split(' '),
]);
const weekdayNames = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun';
const weekdays = new RegExp(`^(?:${weekdayNames})(?:(?:\\.\\.|-|,)(?:${weekdayNames}))*,?$`, 'i');

interface Limits {
  readonly what: string;
  readonly from: number;
  readonly to: number;
}

const year: Limits = { what: 'year', from: 1970, to: 2199 };
const month: Limits = { what: 'month', from: 1, to: 12 };
const day: Limits = { what: 'day', from: 1, to: 31 };
const hour: Limits = { what: 'hour', from: 0, to: 23 };
const minute: Limits = { what: 'minute', from: 0, to: 59 };
const second: Limits = { what: 'second', from: 0, to: 59 };

export const readCalendar: ValueReader = (value) => {
  if (value === '' || hasSpecifier(value)) return undefined;
  if (value.length > 1000) return wholeFault(value, 'this is too long for a calendar expression');
  const words = [...value.matchAll(/\S+/g)].map((match) => ({ text: match[0], start: match.index }));
  const last = words.at(-1);
  if (last !== undefined && words.length > 0 && isTimeZone(last.text, words.length)) words.pop();
  const [first] = words;
  if (first === undefined) return general(value);
  if (words.length === 1 && (keywords.has(first.text.toLowerCase()) || /^@\d+(\.\d+)?$/.test(first.text)))
    return undefined;
  // A weekday may have blanks behind its commas.
  while (words[0] !== undefined && weekdays.test(words[0].text)) words.shift();
  if (words.length > 2) return general(value);
  for (const [index, { text, start }] of words.entries()) {
    const isTime = text.includes(':');
    if (isTime && index < words.length - 1) return general(value);
    const fault = isTime ? timeFault(text, start) : dateFault(text, start);
    if (fault === 'form') return general(value);
    if (fault) return fault;
  }
  if (words.length === 2 && !words[1]?.text.includes(':')) return general(value);
  return undefined;
};

function general(value: string): ValueFault {
  return wholeFault(
    value,
    `${shown(value)} is no calendar expression; write one such as \`daily\`, \`Mon..Fri 10:00\` or \`*-*-01 04:00:00\``,
  );
}

/** Time zones are known to the machine only: what has the form of one, behind something else, may be one. */
function isTimeZone(text: string, count: number): boolean {
  if (/^utc$/i.test(text)) return count > 1;
  if (count < 2 || text.includes(':') || weekdays.test(text)) return false;
  return /^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)*$/.test(text) || /^(Etc\/)?GMT[+-]?\d*$/.test(text);
}

function dateFault(text: string, start: number): ValueFault | 'form' | undefined {
  const match = /^(?:([^-~]+)-)?([^-~]+)[-~]([^-~]+)$/.exec(text);
  if (match === null) return 'form';
  const [, years, months = '', days = ''] = match;
  const yearFault = years === undefined ? undefined : componentFault(years, year, start);
  const monthStart = start + (years === undefined ? 0 : years.length + 1);
  return (
    yearFault ?? componentFault(months, month, monthStart) ?? componentFault(days, day, monthStart + months.length + 1)
  );
}

function timeFault(text: string, start: number): ValueFault | 'form' | undefined {
  const parts = text.split(':');
  if (parts.length < 2 || parts.length > 3) return 'form';
  let at = start;
  for (const [index, part] of parts.entries()) {
    const fault = componentFault(part, [hour, minute, second][index] ?? second, at);
    if (fault) return fault;
    at += part.length + 1;
  }
  return undefined;
}

/** A list of numbers, ranges and steps. */
function componentFault(text: string, limits: Limits, start: number): ValueFault | 'form' | undefined {
  if (text === '*') return undefined;
  const number = limits === second ? '\\d+(?:\\.\\d+)?' : '\\d+';
  const item = new RegExp(`^(?:(\\*)|(${number})(?:\\.\\.(${number}))?)(?:/(${number}))?$`);
  let at = start;
  for (const part of text.split(',')) {
    const match = item.exec(part);
    if (match === null) return 'form';
    const [, , from, to, step] = match;
    for (const given of [from, to]) {
      if (given === undefined) continue;
      const number = limits === year && Number(given) < 100 ? 2000 : Math.floor(Number(given));
      if (number >= limits.from && number <= limits.to) continue;
      const message = `\`${given}\` is no ${limits.what}; write a number from ${limits.from} to ${limits.to}`;
      return { start: at, end: at + part.length, message };
    }
    if (from !== undefined && to !== undefined && Number(to) < Number(from)) {
      return {
        start: at,
        end: at + part.length,
        message: `the range \`${from}..${to}\` is empty; write the smaller number first`,
      };
    }
    if (step !== undefined && Number(step) === 0) return 'form';
    at += part.length + 1;
  }
  return undefined;
}
