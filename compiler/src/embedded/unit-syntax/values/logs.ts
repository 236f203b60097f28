// What a unit adds to its log, and the namespace that it writes to.
import { hasSpecifier, shown, type ValueReader, wholeFault } from './fault.ts';
import { quoteFault } from './paths.ts';
import { splitWords } from './split.ts';

const mostField = 64;

/** Assignments of fields with blanks between them. */
export const readLogFields: ValueReader = (value) => {
  const { words, error } = splitWords(value);
  for (const { text, start, end } of words) {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals));
    if (equals >= 0 && (hasSpecifier(name) || (/^[A-Z][A-Z0-9_]*$/.test(name) && name.length <= mostField))) continue;
    if (equals < 0 && hasSpecifier(text)) continue;
    const message = `${shown(text)} is no field of the log; write \`NAME=value\` with capitals, digits and \`_\` in the name`;
    return { start, end, message };
  }
  return error && quoteFault(error);
};

export const readLogNamespace: ValueReader = (value) =>
  value === '' || hasSpecifier(value) || (/^[A-Za-z0-9@:_.\\-]{1,200}$/.test(value) && !/^\.\.?$/.test(value))
    ? undefined
    : wholeFault(value, `${shown(value)} is no name of a namespace; use letters, digits and \`@:-_.\``);
