// What is said of a flow collection without its closing bracket.
import type { Fault } from './fault.ts';

/** The fault of a flow collection without closing bracket: it is missing behind the token from `start` to `end`. */
export function unclosedFlow(kind: '[' | '{', open: number, start: number, end: number): Fault {
  const closer = kind === '[' ? ']' : '}';
  const what = kind === '[' ? 'list' : 'mapping';
  return {
    code: 'yaml-syntax',
    range: { start, end },
    message: `the ${what} that begins with \`${kind}\` is never closed; add a \`${closer}\` behind this`,
    note: { message: `opened by this \`${kind}\``, range: { start: open, end: open + 1 } },
  };
}
