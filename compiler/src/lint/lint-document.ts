// The lints of a document for those who have nothing but its text. Light: what lints need is loaded when there is something to
// look at.
import { type AnalyzeOptions, analyze } from '../analyze.ts';
import type { Document } from '../document.ts';
import type { Host } from '../host.ts';
import type { LintOptions, LintResult } from './lint.ts';

/** Analyzes a document and lints it. `lint` (in lint.ts) does the second step alone. */
export async function lintDocument(
  document: Document,
  host: Host,
  options: LintOptions & AnalyzeOptions = {},
): Promise<LintResult> {
  const { config } = analyze(document, host, options);
  if (config === undefined) return { diagnostics: [], files: [] };
  const { lint } = await import('./lint.ts');
  return lint(config, host, options);
}
