// What may have been meant by a name of a section or directive.
import { directivesOf } from '../../../../spec/systemd/sections.ts';
import { nearest } from '../../text/edit-distance.ts';

/** `; did you mean [X]?`, or nothing. */
export function sectionSuggestion(word: string, candidates: Iterable<string>): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? '' : `; did you mean \`[${meant}]\`?`;
}

/** The same for a directive of a section, with `=`. */
export function directiveSuggestion(word: string, section: string): string {
  const known = [...directivesOf(section)].filter(([, { removed }]) => !removed).map(([name]) => name);
  const meant = nearest(word, known);
  return meant === undefined ? '; look it up, or remove it' : `; did you mean \`${meant}=\`?`;
}

/** A token in backticks that came from a text: shortened, without backticks of its own. */
export function quote(token: string): string {
  const short = token.length > 60 ? `${token.slice(0, 57)}…` : token;
  return `\`${short.replaceAll('`', "'")}\``;
}
