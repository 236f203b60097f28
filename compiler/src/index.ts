// The library's public interface. What is not exported here is nobody else's business.
export { type Analysis, type AnalyzedConfig, type AnalyzeOptions, analyze } from './analyze.ts';
export { type CheckOptions, type CheckResult, check } from './check.ts';
export { type CompileOptions, type CompileResult, compile } from './compile.ts';
export { type Diagnostic, type DiagnosticNote, formatPath, type Path, type Severity } from './diagnostic/diagnostic.ts';
export type { Origin } from './diagnostic/origin.ts';
export type { Document } from './document.ts';
export type { Host, InputError, InputProblem, Inputs, TreeEntry } from './host.ts';
export { type MapEntry, mapInputs } from './map-inputs.ts';
export type { SourceMap, SourceMapSegment } from './output/source-map.ts';
export { type ExplainedValue, type Explanation, explain } from './project/explain.ts';
export { type Fragment, readFragments } from './project/fragment.ts';
export { mergeExactly } from './project/merge-exactly.ts';
export { type FreeMergeOptions, mergeFreely } from './project/merge-freely.ts';
export { type Merged, type MergeResult, type OutputFormat, printMerged } from './project/merged.ts';
export { readDocument } from './read-document.ts';
export { type LineColumn, LineIndex } from './text/line-index.ts';
export type { Location, SourceRange } from './text/range.ts';
export { type IgnitionValidation, validateIgnition } from './validate-ignition.ts';
