// What the language of quadlets answers, once it is loaded: Podman's own sections, and systemd's beside them.
import { quadletKinds } from '../../../../spec/podman/kinds.ts';
import { runTextRules, textRulesOf } from '../../lint/rule.ts';
import { all as rules } from '../../lint/rules/index.gen.ts';
import type { EmbeddedLanguage } from '../language.ts';
import { completeUnit } from '../unit-syntax/complete.ts';
import { formatUnit } from '../unit-syntax/format.ts';
import { hoverUnit } from '../unit-syntax/hover.ts';
import { symbolsOf, tokensOf } from '../unit-syntax/outline.ts';
import { unitReferences } from '../unit-syntax/references.ts';
import { viewOfText } from '../unit-syntax/views.ts';
import { quadletReferences } from './references.ts';
import { quadletVocabulary } from './vocabulary.ts';

const textRules = textRulesOf(rules);

export const quadletLanguage: EmbeddedLanguage = {
  diagnose(text, releases) {
    const view = viewOfText(text);
    // A drop-in directory for something else, or a file whose name is none, is not ours to judge.
    return quadletKinds[view.file.type] === undefined ? [] : runTextRules(textRules, 'quadlet', view, releases);
  },
  complete: (text, offset, releases) => completeUnit(viewOfText(text), offset, quadletVocabulary, releases),
  hover: (text, offset) => hoverUnit(viewOfText(text), offset, quadletVocabulary),
  symbols: (text) => symbolsOf(viewOfText(text).tree),
  tokens: (text) => tokensOf(viewOfText(text)),
  references(text) {
    const view = viewOfText(text);
    const found = [
      ...unitReferences(view),
      ...quadletReferences(view).map(({ file, relation, range }) => ({ name: file, relation, range })),
    ];
    return found.sort((one, other) => one.range.start - other.range.start);
  },
  format: (text) => formatUnit(viewOfText(text).tree),
};
