// What to write instead of a text that a field does not allow.
import { nearest } from '../../text/edit-distance.ts';

/** `` `a`, `b` or `c` ``, and which of them may have been meant. */
export function didYouMean(text: string, allowed: readonly string[]): string {
  const meant = nearest(text, allowed);
  return meant === undefined ? oneOf(allowed) : `${oneOf(allowed)}; did you mean \`${meant}\`?`;
}

/** `` `a`, `b` or `c` `` */
export function oneOf(texts: readonly string[]): string {
  const quoted = texts.map((text) => `\`${text}\``);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}
