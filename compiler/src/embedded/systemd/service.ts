// What the language of systemd units answers, once it is loaded.
import { runTextRules, textRulesOf } from '../../lint/rule.ts';
import { all as rules } from '../../lint/rules/index.gen.ts';
import type { EmbeddedLanguage } from '../language.ts';
import { completeUnit } from '../unit-syntax/complete.ts';
import { formatUnit } from '../unit-syntax/format.ts';
import { hoverUnit } from '../unit-syntax/hover.ts';
import { symbolsOf, tokensOf } from '../unit-syntax/outline.ts';
import { unitReferences } from '../unit-syntax/references.ts';
import { systemdVocabulary } from '../unit-syntax/systemd-vocabulary.ts';
import { viewOfText } from '../unit-syntax/views.ts';

const textRules = textRulesOf(rules);

export const systemdLanguage: EmbeddedLanguage = {
  diagnose: (text, releases) => runTextRules(textRules, 'systemd', viewOfText(text), releases),
  complete: (text, offset, releases) => completeUnit(viewOfText(text), offset, systemdVocabulary, releases),
  hover: (text, offset) => hoverUnit(viewOfText(text), offset, systemdVocabulary),
  symbols: (text) => symbolsOf(viewOfText(text).tree),
  tokens: (text) => tokensOf(viewOfText(text)),
  references: (text) => unitReferences(viewOfText(text)),
  format: (text) => formatUnit(viewOfText(text).tree),
};
