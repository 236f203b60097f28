// What editors need of the compiler, in one place: the language server imports this file and nothing else of the core.
import type { InnerToken } from '../embedded/language.ts';

export type { AnalyzedConfig } from '../analyze.ts';
export type { Binding } from '../binding.ts';
export { isButaneName } from '../butane-name.ts';
export { compile } from '../compile.ts';
export type { Diagnostic, Severity } from '../diagnostic/diagnostic.ts';
export { docsUrl } from '../diagnostic/docs-url.ts';
export { relocate } from '../diagnostic/relocate.ts';
export type { Document } from '../document.ts';
export type { InnerCompletion, InnerSymbol, Releases } from '../embedded/language.ts';
export type TokenKind = InnerToken['kind'];
export { createTextMemo, type TextMemo } from '../embedded/memo.ts';
export { applyFixesLater } from '../fix/apply-fixes.ts';
export type { Fix, FixContext } from '../fix/fix.ts';
export { fixesFor } from '../fix/fixes-for.ts';
export { type FormatResult, formatDocument, formatRange } from '../format/format.ts';
export type { Host, InputError, Inputs, TreeEntry } from '../host.ts';
export type { LintOptions } from '../lint/lint.ts';
export { localNames } from '../local-names.ts';
export { mapInputs } from '../map-inputs.ts';
export type { SourceMap } from '../output/source-map.ts';
export type { Opener } from '../project/carried-configs.ts';
export { type Fragment, readFragments } from '../project/fragment.ts';
export type { IncludeMode, IncludeOptions } from '../project/includes.ts';
export { printMerged } from '../project/merged.ts';
export { type Project, readProject, type Target } from '../project/project.ts';
export { projectFile } from '../project/project-file.ts';
export {
  type FilesOfPatterns,
  formatFindings,
  outputPath,
  type TargetFiles,
  targetFiles,
} from '../project/target-files.ts';
export { unusedOverrides } from '../project/unused-overrides.ts';
export type { TextEdit } from '../text/edit.ts';
export { editBetween } from '../text/edit.ts';
export { isGlob, matcherOf, segmentsOf } from '../text/glob-segment.ts';
export { lastAtOrBefore } from '../text/last-at-or-before.ts';
export type { Location, SourceRange } from '../text/range.ts';
export { firstBehind } from '../text/range-list.ts';
export { encodeUtf8 } from '../text/utf8.ts';
export { type BoundDocument, bindTexts, readText } from './bind-text.ts';
export { type CompletionSources, complete, describeTopic } from './complete.ts';
export type { LocalEntry } from './complete-values.ts';
export { isInText } from './cursor.ts';
export { type EffectiveContext, effectiveValue, type TargetMerge } from './effective.ts';
export { type EmbeddedPart, type EmbeddedSpot, embeddedAt, embeddedIn } from './embedded.ts';
export { formatEmbedded } from './format-embedded.ts';
export { type Hover, type HoverSources, hoverAt } from './hover.ts';
export { type Inspection, inspect, judge } from './inspect.ts';
export { type ConfigLink, includesOf, linksOf } from './links.ts';
export { definedNames, type Name, type NameKind, namesOf } from './names.ts';
export type { Offer, OfferKind, Topic } from './offer.ts';
export { bytesOfFile, type CompiledOutput, printOutput, printTarget } from './output.ts';
export { lintsOfWholes, mergeFindings, mergeTarget, toldEverywhere } from './project-findings.ts';
export { recognise, type TextKind } from './recognise.ts';
export { rulePageOf } from './rule-page.ts';
export { type Fold, foldsOf, selectionsAt } from './structure.ts';
export { type ConfigSymbol, type SymbolKind, symbolsOf, thingsIn } from './symbols.ts';
