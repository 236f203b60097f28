// What may have been meant by a name of a section or directive.
import { directivesOf } from '../../../../spec/systemd/sections.ts';
import { nearest } from '../../text/edit-distance.ts';
import type { FindingExtras } from '../rule.ts';

/** `; did you mean [X]?`, or nothing. */
export function sectionSuggestion(meant: string | undefined): string {
  return meant === undefined ? '' : `; did you mean \`[${meant}]\`?`;
}

/** The directive of a section that a name may stand for. */
export function nearestDirective(word: string, section: string): string | undefined {
  const known = [...directivesOf(section)].filter(([, { removed }]) => !removed).map(([name]) => name);
  return nearest(word, known);
}

/** What a fix needs: the word as it stands in the text, and the one to put there. */
export function replacing(found: string, suggestion: string | undefined): FindingExtras {
  return suggestion === undefined ? {} : { data: { found, suggestion } };
}

/** A token in backticks that came from a text: shortened, without backticks of its own. */
export function quote(token: string): string {
  const short = token.length > 60 ? `${token.slice(0, 57)}…` : token;
  return `\`${short.replaceAll('`', "'")}\``;
}
