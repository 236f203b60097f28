// systemd's sections and directives as words to propose and explain, made of the data in `spec/systemd`.
import { directiveDocs, sectionDocs } from '../../../../spec/systemd/docs.ts';
import { valueExamples } from '../../../../spec/systemd/kinds.ts';
import { directivesOf, sectionsOf } from '../../../../spec/systemd/sections.ts';
import { booleanWords } from './values/numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

export const systemdVocabulary: Vocabulary = {
  sections: sectionsOf,
  keys(section, { systemd }) {
    return [...directivesOf(section)].flatMap(([name, { removed, instead, after }]) => {
      const isTooNew = systemd !== undefined && after !== undefined && systemd <= after;
      return removed || instead !== undefined || isTooNew ? [] : [name];
    });
  },
  doc(section, key) {
    if (key === undefined) return sectionDocs[section];
    const directive = directivesOf(section).get(key);
    if (directive === undefined) return undefined;
    const { is, words, instead, removed, after } = directive;
    const lines = [`**\`${key}=\`** in \`[${section}]\``];
    const doc = directiveDocs[`${section}.${key}`] ?? directiveDocs[key];
    if (doc !== undefined) lines.push(doc);
    if (words)
      lines.push(
        `One of ${words.words.map((word) => `\`${word}\``).join(', ')}${words.orBoolean ? ', or a boolean' : ''}.`,
      );
    else if (valueExamples[is] !== undefined) lines.push(`Value: ${valueExamples[is]}.`);
    if (instead !== undefined) lines.push(`Obsolete: use \`${instead}=\`.`);
    if (removed) lines.push('Removed: it does nothing.');
    if (after !== undefined) lines.push(`Newer than systemd ${after}.`);
    return lines.join('\n\n');
  },
  values(section, key) {
    const directive = directivesOf(section).get(key);
    if (directive?.is === 'boolean' || directive?.is === 'tristate') return booleanWords.slice(0, 2);
    const { words, orBoolean } = directive?.words ?? { words: [] };
    return orBoolean ? [...words, ...booleanWords.slice(0, 2)] : words;
  },
};
