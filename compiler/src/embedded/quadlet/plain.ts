// What becomes known on the machine only is left alone.
import { hasSpecifier, type ValueReader } from '../unit-syntax/values/fault.ts';

/** A reader that leaves values with specifiers and variables alone. */
export function plain(read: ValueReader): ValueReader {
  return (value) => (hasSpecifier(value) || value.includes('$') ? undefined : read(value));
}
