// Typographic quotes, as word processors and web pages make them of straight ones. To systemd and Podman they are letters.
import { splitWords } from '../../embedded/unit-syntax/values/split.ts';

const opening = /(?:^|=)[“”„‟‘‚‛]/;
const closing = /[“”‟‘’]$/;

/** A part of a value. */
interface Part {
  readonly start: number;
  readonly end: number;
}

/** The words that such quotes were put around; undefined when there are none, or only inside of straight quotes. */
export function smartQuoted(value: string): Part | undefined {
  if (!/[“”„‟‘‚‛]/.test(value)) return undefined;
  const bare = splitWords(value, { escapes: 'keep' }).words.filter(
    ({ start, end }) => !/["']/.test(value.slice(start, end)),
  );
  const first = bare.findIndex(({ text }) => opening.test(text));
  const last = bare.find(({ text }, index) => index >= first && text.length > 1 && closing.test(text));
  const start = bare[first]?.start;
  return start === undefined || last === undefined ? undefined : { start, end: last.end };
}
