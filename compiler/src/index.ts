// The library's public interface. What is not exported here is nobody else's business.
export { type Analysis, type AnalyzedConfig, type AnalyzeOptions, analyze } from './analyze.ts';
export { type CheckOptions, type CheckResult, check } from './check.ts';
export { type CompileOptions, type CompileResult, compile } from './compile.ts';
export { type Diagnostic, type DiagnosticNote, formatPath, type Path, type Severity } from './diagnostic/diagnostic.ts';
export type { Origin } from './diagnostic/origin.ts';
export type { Document } from './document.ts';
/** Mends all that its findings tell how to: safe fixes, or unsafe ones too. `check` reads the text anew in each round. */
export { type AppliedFix, type ApplyOptions, applyFixes, type FixedDocument } from './fix/apply-fixes.ts';
export type { Fix, FixContext } from './fix/fix.ts';
/** The fixes for one finding, the preferred one first. A fix holds edits; `applyEdits` makes the text of them. */
export { fixesFor } from './fix/fixes-for.ts';
/** Formatting, whole or in part: never changes what a config means, and leaves a broken one as it is. */
export { type FormatResult, formatDocument, formatRange } from './format/format.ts';
export type { Host, InputError, InputProblem, Inputs, TreeEntry } from './host.ts';
export { type MapEntry, mapInputs } from './map-inputs.ts';
export type { SourceMap, SourceMapSegment } from './output/source-map.ts';
export { type ExplainedValue, type Explanation, explain } from './project/explain.ts';
export { type Fragment, readFragments } from './project/fragment.ts';
export { mergeExactly } from './project/merge-exactly.ts';
export { mergeFreely } from './project/merge-freely.ts';
export { type Merged, type MergeResult, type OutputFormat, printMerged } from './project/merged.ts';
export type { FragmentRoles } from './project/raise.ts';
export { readDocument } from './read-document.ts';
export { applyEdits, type TextEdit } from './text/edit.ts';
export { type LineColumn, LineIndex } from './text/line-index.ts';
export type { Location, SourceRange } from './text/range.ts';
/** Moves a config to another version or variant of its spec, proved by compiling both, or says why that cannot be. */
export { type UpgradeRemark, type UpgradeResult, type UpgradeTarget, upgradeDocument } from './upgrade/upgrade.ts';
export { type IgnitionValidation, validateIgnition } from './validate-ignition.ts';
