// Applies the fixes of a document's findings until there is none left to apply. Each round is looked at afresh: a fix stays only
// when its finding is gone and no error has come in its place.
import { append } from '../append.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { Document } from '../document.ts';
import { isLint } from '../lint/codes.ts';
import { applyEdits, editsOverlap, type TextEdit } from '../text/edit.ts';
import type { Fix, FixContext } from './fix.ts';
import { fixesFor } from './fixes-for.ts';

export interface AppliedFix {
  readonly diagnostic: Diagnostic;
  readonly fix: Fix;
}

export interface FixedDocument {
  readonly document: Document;
  /** What is still found. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the order in which they were applied; the places are those of the text of their round. */
  readonly applied: readonly AppliedFix[];
}

/** A text that was read and checked. */
export interface CheckedText {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

interface Choice {
  /** Fixes too that are not safe. */
  readonly unsafe: boolean;
  readonly context?: FixContext;
}

export interface ApplyOptions extends Choice {
  /** Reads and checks a text; the findings that may be fixed are those that it gives. */
  readonly check: (text: string) => CheckedText;
}

export interface ApplyLaterOptions extends Choice {
  /** The same, lints included, which takes a while. */
  readonly check: (text: string) => Promise<CheckedText>;
}

/** Fixes may uncover findings that can be fixed in turn; that this goes on so long is a circle. */
const mostRounds = 20;

/** Applies all fixes that may be applied to `text`. */
export function applyFixes(text: string, options: ApplyOptions): FixedDocument {
  const run = applying(text, options);
  let step = run.next();
  while (!step.done) step = run.next(options.check(step.value));
  return step.value;
}

/** The same with a check that is not done at once. */
export async function applyFixesLater(text: string, options: ApplyLaterOptions): Promise<FixedDocument> {
  const run = applying(text, options);
  let step = run.next();
  while (!step.done) step = run.next(await options.check(step.value));
  return step.value;
}

/** Asks for the check of one text after the other, and gives the document in the end. */
type Applying<T> = Generator<string, T, CheckedText>;

function* applying(text: string, options: Choice): Applying<FixedDocument> {
  let state: State = { ...(yield text), applied: [] };
  const rejected = new Set<string>();
  for (let round = 0; round < mostRounds; round++) {
    const chosen = choose(state, options, rejected);
    if (chosen.length === 0) break;
    const together = yield* attempt(state, chosen);
    if (together !== undefined) {
      state = together;
      continue;
    }
    // One of them did not do what it should: take the first alone, so that the others are not lost for it.
    const [first] = chosen;
    const alone = first && chosen.length > 1 ? yield* attempt(state, [first]) : undefined;
    if (alone) state = alone;
    else if (first) rejected.add(identityOf(first.diagnostic));
  }
  return state;
}

type State = FixedDocument;

/** One fix for each finding, as far as they do not get in each other's way. */
function choose(
  { document, diagnostics }: State,
  { unsafe, context = {} }: Choice,
  rejected: ReadonlySet<string>,
): readonly AppliedFix[] {
  const chosen: AppliedFix[] = [];
  const edits: TextEdit[] = [];
  for (const diagnostic of diagnostics) {
    if (rejected.has(identityOf(diagnostic))) continue;
    const fix = fixesFor(diagnostic, document, context).find((each) => each.isPreferred && (each.safe || unsafe));
    if (fix === undefined || fix.edits.some((edit) => edits.some((other) => editsOverlap(edit, other)))) continue;
    chosen.push({ diagnostic, fix });
    append(edits, fix.edits);
  }
  return chosen;
}

function* attempt(state: State, chosen: readonly AppliedFix[]): Applying<State | undefined> {
  const edits = chosen.flatMap(({ fix }) => fix.edits);
  const next = yield applyEdits(state.document.text, edits);
  if (next.document.problems.length > state.document.problems.length) return undefined;
  const before = countByIdentity(state.diagnostics);
  const after = countByIdentity(next.diagnostics);
  const isGone = chosen.every(({ diagnostic }) => {
    const identity = identityOf(diagnostic);
    return (after.get(identity) ?? 0) < (before.get(identity) ?? 0);
  });
  // A config whose spec was unknown shows its other errors only now.
  const wasRead = state.diagnostics.every(({ code }) => !unreadCodes.has(code));
  // What a lint says of a text that is read only now was there before; but a fix of a lint must not bring another one.
  const isOfLint = chosen.some(({ diagnostic }) => isLint(diagnostic.code));
  const isWorse =
    wasRead &&
    next.diagnostics.some(({ severity, code, message }) => {
      const identity = identityOf({ code, message });
      if (severity !== 'error' || (isLint(code) && !isOfLint)) return false;
      return (after.get(identity) ?? 0) > (before.get(identity) ?? 0);
    });
  return isGone && !isWorse ? { ...next, applied: [...state.applied, ...chosen] } : undefined;
}

const unreadCodes: ReadonlySet<string> = new Set([
  'spec-unknown',
  'variant-missing',
  'version-invalid',
  'rhcos-removed',
  'yaml-syntax',
]);

/** Without its place, which moves when something above it changes. */
function identityOf({ code, message }: Pick<Diagnostic, 'code' | 'message'>): string {
  return `${code} ${message}`;
}

function countByIdentity(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) {
    const identity = identityOf(diagnostic);
    counts.set(identity, (counts.get(identity) ?? 0) + 1);
  }
  return counts;
}
