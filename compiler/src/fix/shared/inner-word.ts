// Fixes of findings inside of units and Quadlets: a word in the place of another one.
import { defineFix, type FixDefinition } from '../fix.ts';

const word = /^[A-Za-z0-9][A-Za-z0-9:_.@-]*$/;

/**
 * A fix that replaces the word that a finding names by the one that it proposes, where the word is written in the document as
 * it is: not in a local file, in base64 or behind an alias. Safe when only upper and lower case differ and the words are those
 * of a language, not names that people give.
 */
export function innerWord(code: string, { isName = false } = {}): FixDefinition {
  return defineFix({
    code,
    fixes({ diagnostic, document }) {
      const { found, suggestion } = diagnostic.data ?? {};
      const { range } = diagnostic.location;
      if (typeof found !== 'string' || typeof suggestion !== 'string') return [];
      // What is a word needs no escapes, whatever the scalar that holds the text.
      if (document.text.slice(range.start, range.end) !== found || !word.test(found) || !word.test(suggestion))
        return [];
      const safe = !isName && found.toLowerCase() === suggestion.toLowerCase();
      return [{ title: `write \`${suggestion}\``, edits: [{ range, text: suggestion }], safe, isPreferred: true }];
    },
  });
}
