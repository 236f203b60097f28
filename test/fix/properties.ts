// What holds of every fix, whatever it is applied to.
import { type AnalyzedConfig, analyze } from '../../compiler/src/analyze.ts';
import { compile } from '../../compiler/src/compile.ts';
import type { Diagnostic } from '../../compiler/src/diagnostic/diagnostic.ts';
import type { Document } from '../../compiler/src/document.ts';
import { applyFixes, type FixedDocument } from '../../compiler/src/fix/apply-fixes.ts';
import type { FixContext } from '../../compiler/src/fix/fix.ts';
import { fixesFor } from '../../compiler/src/fix/fixes-for.ts';
import type { Host } from '../../compiler/src/host.ts';
import { lintDocument } from '../../compiler/src/lint/lint-document.ts';
import { readDocument } from '../../compiler/src/read-document.ts';
import { applyEdits } from '../../compiler/src/text/edit.ts';
import { commentsOf } from '../edit/operations.ts';

export interface Case {
  readonly id: string;
  readonly input: string;
  readonly host: Host;
  readonly raw: boolean;
}

export function checkOf({
  host,
  raw,
}: Case): (text: string) => { document: Document; diagnostics: readonly Diagnostic[]; config?: AnalyzedConfig } {
  return (text) => {
    const document = readDocument(text, '-');
    return analyze(document, host, { raw });
  };
}

/** The document of a case with all fixes, or only the safe ones. */
export function fixed(each: Case, unsafe: boolean, context: FixContext = {}): FixedDocument {
  return applyFixes(each.input, { unsafe, check: checkOf(each), context: { host: each.host, ...context } });
}

/** A document of aliases can have a hundred thousand findings, and each fix is looked at with all of them. */
const mostExamined = 40;
const mostFindings = 1000;

export interface FixReport {
  readonly faults: readonly string[];
  /** How many fixes of each code did what they should. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Applies each fix of each finding by itself, and says what is wrong with the result. */
export function examineFixes(each: Case): FixReport {
  const check = checkOf(each);
  const before = check(each.input);
  const faults: string[] = [];
  const counts: Record<string, number> = {};
  if (before.diagnostics.length > mostFindings) return { faults, counts };
  for (const diagnostic of before.diagnostics.slice(0, mostExamined)) {
    for (const fix of fixesFor(diagnostic, before.document, { host: each.host })) {
      const text = applyEdits(each.input, fix.edits);
      const after = check(text);
      const name = `${each.id} ${diagnostic.code} (${fix.title})`;
      const [newProblem] =
        after.document.problems.length > before.document.problems.length ? after.document.problems : [];
      if (newProblem) faults.push(`${name}: ${newProblem.message}\n${text}`);
      const left = countOf(after.diagnostics, diagnostic);
      if (left >= countOf(before.diagnostics, diagnostic)) {
        if (fix.safe) faults.push(`${name}: is still found\n${text}`);
        continue;
      }
      if (fix.safe && !/remove/.test(fix.title) && lostComments(each.input, text))
        faults.push(`${name}: loses comments`);
      if (fix.safe) faults.push(...changesTooMuch(name, diagnostic, each, text));
      counts[diagnostic.code] = (counts[diagnostic.code] ?? 0) + 1;
    }
  }
  return { faults, counts };
}

/** Applies each fix of each lint by itself: its finding has to go. */
export async function examineLintFixes({ id, input, host }: Case): Promise<FixReport> {
  const faults: string[] = [];
  const counts: Record<string, number> = {};
  const before = readDocument(input, '-');
  const { diagnostics } = await lintDocument(before, host);
  for (const diagnostic of diagnostics) {
    for (const fix of fixesFor(diagnostic, before, { host })) {
      const text = applyEdits(input, fix.edits);
      const after = readDocument(text, '-');
      const left = countOf((await lintDocument(after, host)).diagnostics, diagnostic);
      const name = `${id} ${diagnostic.code} (${fix.title})`;
      if (after.problems.length > before.problems.length) faults.push(`${name}: breaks the document\n${text}`);
      if (left >= countOf(diagnostics, diagnostic)) faults.push(`${name}: is still found\n${text}`);
      counts[diagnostic.code] = (counts[diagnostic.code] ?? 0) + 1;
    }
  }
  return { faults, counts };
}

function countOf(diagnostics: readonly Diagnostic[], { code, message }: Diagnostic): number {
  return diagnostics.filter((each) => each.code === code && each.message === message).length;
}

function lostComments(before: string, after: string): boolean {
  return commentsOf(before).length !== commentsOf(after).length;
}

/** Findings whose mending is to change a value of the output, and which one. */
const changes: Readonly<Record<string, RegExp>> = {
  'mode-not-octal': /"?mode"?: ?\d+/g,
};

/** A config that compiled compiles to the same, but for what the finding was about. */
function changesTooMuch(name: string, { code, severity }: Diagnostic, each: Case, text: string): readonly string[] {
  if (severity === 'error') return [];
  const options = { host: each.host, raw: each.raw };
  const before = compile(each.input, options).output;
  const after = compile(text, options).output;
  if (before === undefined) return [];
  // A key that had no effect has one now, which may be wrong in turn; then it is not applied (`applyFixes` looks).
  if (code === 'unused-key') return [];
  if (after === undefined) return [`${name}: does not compile any more\n${text}`];
  const pattern = changes[code];
  const masked = (output: string): string => (pattern ? output.replace(pattern, '') : output);
  return masked(before) === masked(after) ? [] : [`${name}: changes the output\n${before}\n${after}`];
}
