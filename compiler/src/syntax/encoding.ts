// Characters that a YAML text may not contain, comments included. Finds them; never changes the text.
import type { Fault } from './fault.ts';

/** Control characters but tab, line feed, carriage return and NEL; halves of surrogate pairs; U+FFFE and U+FFFF. */
const forbidden =
  /(?:[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])+/g;

const mostFaults = 100;

/** The forbidden characters of `text` before `end`, neighbours in one fault. */
export function findForbidden(text: string, end: number): Fault[] {
  const faults: Fault[] = [];
  for (const { index, 0: found } of text.matchAll(forbidden)) {
    if (index >= end || faults.length >= mostFaults) break;
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const what = found.length > 1 ? `${found.length} characters from U+${code} on are` : `character U+${code} is`;
    const isHalf = code >= 'D800' && code <= 'DFFF';
    const advice = isHalf
      ? 'it is half of a surrogate pair, so remove it'
      : `remove it, or write \`\\u${code}\` in double quotes`;
    const message = `${what} not allowed, not even in comments; ${advice}`;
    faults.push({ code: 'yaml-encoding', range: { start: index, end: index + found.length }, message });
  }
  return faults;
}
