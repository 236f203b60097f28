// How values are shown in messages.
import type { OutText } from '../../output/nodes.ts';
import { shorten } from '../../syntax/shorten.ts';
import { utf8Length } from '../../text/utf8.ts';

const longestShown = 60;

/** A text in backticks, on one line and not too long. */
export function quoted(text: string): string {
  return `\`${shorten(text.replace(/[\0-\x1f\x7f]/g, ' '), longestShown)}\``;
}

/** A number as it is written in octal: `0644`. */
export function octal(value: number | bigint): string {
  return value < 0 ? `-0${(-value).toString(8)}` : `0${value.toString(8)}`;
}

/** Bytes of a text in UTF-8, or of what `!!binary` holds. */
export function byteLength(text: OutText): number {
  return text.bytes?.length ?? utf8Length(text.value);
}
