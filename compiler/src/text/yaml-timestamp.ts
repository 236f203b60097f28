// Whether a text is a timestamp as the reference's YAML reader sees it. Only the verdict matters: no field holds a time.
// Never builds a date.

/**
 * YYYY-M-D alone; with `T` or `t`, a time and a zone; or with blanks and a time without zone. Hours, minutes and seconds
 * may have one digit, a fraction of any length follows the seconds after a point or comma.
 */
const shape =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))| +(\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?)?$/;

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** True for a text in one of the accepted forms that names a day of the calendar and a time of the day. */
export function isTimestamp(text: string): boolean {
  const match = shape.exec(text);
  if (match === null) return false;
  const part = (index: number): number => Number(match[index] ?? 0);
  const year = part(1);
  const month = part(2);
  const day = part(3);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(month, year)) return false;
  // One of the two time forms is absent and counts as zero.
  if (part(4) + part(9) > 23 || part(5) + part(10) > 59 || part(6) + part(11) > 59) return false;
  // Zones may reach 24 hours and 60 minutes: the reference checks them no closer.
  return part(7) <= 24 && part(8) <= 60;
}

function daysIn(month: number, year: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeapYear ? 29 : (daysOfMonth[month - 1] ?? 0);
}
