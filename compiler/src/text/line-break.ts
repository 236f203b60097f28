// The characters that end a line, by UTF-16 unit, as in the reference's YAML reader.

export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const nextLine = 0x85;
export const lineSeparator = 0x2028;
export const paragraphSeparator = 0x2029;

/** LF, CR, NEL, U+2028 and U+2029 end a line. */
export function isBreak(unit: number): boolean {
  // Most text lies between the two bounds; they are tested first because every character comes through here.
  if (unit > carriageReturn && unit < nextLine) return false;
  return (
    unit === lineFeed ||
    unit === carriageReturn ||
    unit === nextLine ||
    unit === lineSeparator ||
    unit === paragraphSeparator
  );
}
