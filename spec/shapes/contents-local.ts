// `contents_local` of units, quadlets and their drop-ins: a file with the text, instead of the text.
import { since, str } from '../dsl.ts';

/** `noun` is what the text is, as it stands in a sentence: `the unit`. */
export function contentsLocal(noun: string, example: string) {
  return str({
    doc: `File with the text of ${noun}, relative to the files directory. Use \`contents\` or \`contents_local\`, not both.`,
    example,
    gate: since('3.4.0'),
    sourceOnly: true,
    form: 'path that does not lead out of the files directory; an empty text counts as absent',
    role: 'local-file',
  });
}
